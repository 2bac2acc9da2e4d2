package io.loanwright.verifier;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs all proofs on the state of one moment, some side by side. */
@Component
public class Verifier {

  private static final int SHOWN = 20;

  /** Each has a connection of its own, and so a process of the database. */
  private static final int SIDE_BY_SIDE = 3;

  private final List<Proof> proofs;
  private final Sealing sealing;
  private final JdbcClient jdbc;
  private final TransactionTemplate snapshot;

  Verifier(
      List<Proof> proofs,
      Sealing sealing,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.proofs = proofs;
    this.sealing = sealing;
    this.jdbc = jdbc;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
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
    return unlimited(() -> {
      String moment = jdbc.sql("SELECT pg_export_snapshot()").query(String.class).single();
      List<Part> parts = new ArrayList<>();
      try (ExecutorService side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
        List<CompletableFuture<Part>> running =
            proofs.stream()
                .map(proof -> CompletableFuture.supplyAsync(() -> part(proof, moment), side))
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

  private Part part(Proof proof, String moment) {
    return unlimited(() -> {
      jdbc.sql("SET TRANSACTION SNAPSHOT '%s'".formatted(moment)).update();
      Findings findings = new Findings();
      return new Part(proof.check(findings::add), findings);
    });
  }

  /** Statements that read whole tables may take their time, and join them in memory. */
  private <T> T unlimited(Supplier<T> work) {
    return snapshot.execute(_ -> {
      jdbc.sql("SET LOCAL statement_timeout = 0").update();
      jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = 0").update();
      jdbc.sql("SET LOCAL work_mem = '64MB'").update();
      jdbc.sql("SET LOCAL jit = off").update();
      return work.get();
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
