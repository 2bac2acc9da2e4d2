package io.loanwright.verifier;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Moment;
import io.loanwright.audit.proof.Proof;
import io.loanwright.audit.proof.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Runs all proofs on the state of one moment, some side by side. */
@Component
public class Verifier {

  private static final int SHOWN = 20;

  /** Each has a connection of its own, and so a process of the database. */
  private static final int SIDE_BY_SIDE = 3;

  private final List<Proof> proofs;
  private final Sealing sealing;
  private final Moment moment;

  Verifier(List<Proof> proofs, Sealing sealing, Moment moment) {
    this.proofs = proofs;
    this.sealing = sealing;
    this.moment = moment;
  }

  /** Checks everything that can be derived. Takes as long as the book is large. */
  public Verdict verify() {
    return verify(_ -> {});
  }

  /**
   * Checks everything that can be derived.
   *
   * @param proven is told what was looked at, one kind of records after the other
   */
  public Verdict verify(Consumer<Proof.Checked> proven) {
    return moment.now(() -> {
      String name = moment.name();
      Run run = new Run();
      List<Part> parts = new ArrayList<>();
      try (ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
        List<CompletableFuture<Part>> running =
            proofs.stream()
                .map(proof -> CompletableFuture.supplyAsync(() -> part(proof, run, name), side))
                .toList();
        for (CompletableFuture<Part> one : running) {
          Part part = done(one, side);
          proven.accept(part.checked());
          parts.add(part);
        }
      }
      return new Verdict(
          parts.stream().map(Part::checked).toList(),
          parts.stream().mapToLong(part -> part.findings().count).sum(),
          parts.stream().flatMap(part -> part.findings().first.stream()).limit(SHOWN).toList(),
          sealing.state().head());
    });
  }

  /** Waits for a proof; where it fails, the others need not go on. */
  private static Part done(CompletableFuture<Part> proof, ExecutorService side) {
    try {
      return proof.join();
    } catch (CompletionException e) {
      side.shutdownNow();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** What one proof found. */
  private record Part(Proof.Checked checked, Findings findings) {}

  private Part part(Proof proof, Run run, String name) {
    return moment.at(
        name,
        () -> {
          Findings findings = new Findings();
          return new Part(proof.check(run, findings::add), findings);
        });
  }

  private static final class Findings {

    private final List<Difference> first = new ArrayList<>();
    private long count;

    private void add(Difference difference) {
      count++;
      if (first.size() < SHOWN) {
        first.add(difference);
      }
    }
  }
}
