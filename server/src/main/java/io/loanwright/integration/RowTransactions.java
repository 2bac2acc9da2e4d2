package io.loanwright.integration;

import io.loanwright.engine.Refused;
import io.loanwright.integration.row.RowProblem;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a row in as a whole, or not at all, without harm to the rows beside it. */
@Component
class RowTransactions {

  private static final Logger LOG = LoggerFactory.getLogger(RowTransactions.class);

  private final TransactionTemplate nested;

  RowTransactions(PlatformTransactionManager transactions) {
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Does the work of a row inside the transaction of its batch.
   *
   * @param work what the row does; throws {@link RowRefused} to take it back
   */
  <T> Attempt<T> take(Supplier<T> work) {
    try {
      return new Attempt.Kept<>(Objects.requireNonNull(nested.execute(_ -> work.get())));
    } catch (RowRefused refused) {
      return new Attempt.Refused<>(refused.problem());
    } catch (Refused refused) {
      return new Attempt.Refused<>(problem(refused.refusal().message()));
    } catch (ArithmeticException | DataIntegrityViolationException refused) {
      LOG.warn("A row was refused late: a check is missing", refused);
      return new Attempt.Refused<>(problem("figures that fit together"));
    }
  }

  private static RowProblem problem(String expected) {
    return new RowProblem(null, "the row as a whole", expected, "Correct the row.");
  }
}
