package io.loanwright.verifier;

import io.loanwright.audit.Sealing;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs all proofs on the state of one moment. */
@Component
public class Verifier {

  private static final int SHOWN = 20;

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
    return snapshot.execute(_ -> {
      jdbc.sql("SET LOCAL statement_timeout = 0").update();
      jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = 0").update();
      Findings findings = new Findings();
      List<Proof.Checked> checked = new ArrayList<>();
      for (Proof proof : proofs) {
        Proof.Checked part = proof.check(findings::add);
        proven.accept(part);
        checked.add(part);
      }
      return new Verdict(
          checked, findings.count, List.copyOf(findings.first), sealing.state().head());
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
