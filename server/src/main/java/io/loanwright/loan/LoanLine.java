package io.loanwright.loan;

import io.loanwright.loan.spi.ClassesOfArrears;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loan as a line of a list.
 *
 * @param borrowerName who borrows
 * @param productName the product, by the name of its version
 * @param flags what the staff say of it; none to whoever sees his own loans alone
 * @param arrearsClass the class of arrears of a loan that runs; null to whoever borrows
 */
public record LoanLine(
    Loan loan,
    String borrowerName,
    String productName,
    Set<LoanFlag> flags,
    ClassesOfArrears.@Nullable Named arrearsClass) {

  public LoanLine {
    flags = Set.copyOf(flags);
  }
}
