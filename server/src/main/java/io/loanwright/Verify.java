package io.loanwright;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Proof;
import io.loanwright.verifier.Verdict;
import io.loanwright.verifier.Verifier;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/** Proves the books of a data folder, beside the program that runs on it or without one. */
public final class Verify {

  private Verify() {}

  /**
   * Says what came of it; ends with status 1 if a record does not fit, or a head is in no seal.
   *
   * @param args heads of the chain of seals that somebody has kept
   */
  public static void main(String[] args) {
    int status;
    System.out.println("reading the books ...");
    try (ConfigurableApplicationContext context = BesideTheProgram.start("verify.log")) {
      Sealing sealing = context.getBean(Sealing.class);
      Verdict verdict = context.getBean(Verifier.class).verify(Verify::report);
      boolean known = report(List.of(args), sealing);
      status = report(verdict) && known ? 0 : 1;
    } catch (RuntimeException failure) {
      System.err.println("loanwright: " + BesideTheProgram.why(failure));
      status = 1;
    }
    System.exit(status);
  }

  private static boolean report(List<String> heads, Sealing sealing) {
    PrintStream terminal = System.out;
    long waiting = sealing.state().waiting();
    if (waiting > 0) {
      terminal.println(waiting + " records wait for their seal");
    }
    sealing
        .signed()
        .ifPresent(signed ->
            terminal.printf(
                Locale.ROOT,
                "seal %d was signed on the business day %s with key %s%n",
                signed.seal(),
                signed.businessDate(),
                signed.keyName()));
    boolean known = true;
    for (String head : heads) {
      Optional<Long> seal = sealing.sealWithHead(head);
      terminal.println(
          "head "
              + head
              + seal.map(number -> " is that of seal " + number).orElse(" is of no seal"));
      known &= seal.isPresent();
    }
    return known;
  }

  private static void report(Proof.Checked part) {
    System.out.printf(Locale.ROOT, "%d %s read%n", part.count(), part.records());
  }

  private static boolean report(Verdict verdict) {
    PrintStream terminal = System.out;
    verdict.first().forEach(terminal::println);
    if (verdict.first().size() < verdict.differences()) {
      terminal.println("and " + (verdict.differences() - verdict.first().size()) + " more");
    }
    terminal.printf(
        Locale.ROOT,
        "books verified: %d loans, %d entries, %d differences, head %s%n",
        verdict.count("loans"),
        verdict.count("entries"),
        verdict.differences(),
        verdict.head() == null ? "none" : verdict.head());
    return verdict.differences() == 0;
  }
}
