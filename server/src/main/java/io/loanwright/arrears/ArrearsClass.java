package io.loanwright.arrears;

import io.loanwright.engine.arrears.ArrearsScheme;
import io.loanwright.engine.money.Money;
import java.math.BigDecimal;

/**
 * A class of loans that are about as far behind.
 *
 * @param code what programs call it
 * @param name what people call it
 * @param fromDay the first day past due that belongs to it
 * @param nonPerforming whether its loans count as not performing
 * @param marksDefault whether a loan that enters it is marked as in default
 * @param provisionPercent what is set aside of the principal outstanding, 0 to 100
 */
public record ArrearsClass(
    String code,
    String name,
    int fromDay,
    boolean nonPerforming,
    boolean marksDefault,
    BigDecimal provisionPercent) {

  /** Returns what is to be set aside, rounded half to even. */
  public Money setAside(Money outstanding) {
    return ArrearsScheme.provision(
        io.loanwright.engine.arrears.ArrearsClass.fromDay(
            name, fromDay, provisionPercent.toPlainString()),
        outstanding);
  }
}
