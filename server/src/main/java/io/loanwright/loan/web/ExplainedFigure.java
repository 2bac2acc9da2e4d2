package io.loanwright.loan.web;

import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.explain.Explanation;
import io.loanwright.engine.explain.InstallmentFigure;
import io.loanwright.engine.explain.LoanFigure;
import io.loanwright.engine.explain.PaymentFigure;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A figure that can be asked for; some are of installments, some of payments, some of the loan. */
enum ExplainedFigure {
  /** Principal, of an installment or of a payment. */
  PRINCIPAL(InstallmentFigure.PRINCIPAL, PaymentFigure.PRINCIPAL, null),
  /** Interest, of an installment or of a payment. */
  INTEREST(InstallmentFigure.INTEREST, PaymentFigure.INTEREST, null),
  /** Fees, of an installment or of a payment. */
  FEES(InstallmentFigure.FEES, PaymentFigure.FEES, null),
  /** Penalties, of an installment or of a payment. */
  PENALTIES(InstallmentFigure.PENALTIES, PaymentFigure.PENALTIES, null),
  /** All that an installment asks for. */
  DUE(InstallmentFigure.DUE, null, null),
  /** What was paid of an installment. */
  PAID(InstallmentFigure.PAID, null, null),
  /** What is left of an installment. */
  OUTSTANDING(InstallmentFigure.OUTSTANDING, null, null),
  /** The principal left after an installment. */
  BALANCE(InstallmentFigure.BALANCE, null, null),
  /** A whole payment. */
  AMOUNT(null, PaymentFigure.AMOUNT, null),
  /** What was not owed of a payment. */
  EXCESS(null, PaymentFigure.EXCESS, null),
  /** The installment as worked out when the money went out. */
  INSTALLMENT(null, null, LoanFigure.INSTALLMENT),
  /** What pays the loan off. */
  PAYOFF(null, null, LoanFigure.PAYOFF),
  /** What is past due. */
  ARREARS(null, null, LoanFigure.ARREARS),
  /** The nominal yearly rate, fees included. */
  APR(null, null, LoanFigure.APR),
  /** The rate of charge of the European Union. */
  EFFECTIVE_RATE(null, null, LoanFigure.EFFECTIVE_RATE);

  private final @Nullable InstallmentFigure ofInstallment;
  private final @Nullable PaymentFigure ofPayment;
  private final @Nullable LoanFigure ofLoan;

  ExplainedFigure(
      @Nullable InstallmentFigure ofInstallment,
      @Nullable PaymentFigure ofPayment,
      @Nullable LoanFigure ofLoan) {
    this.ofInstallment = ofInstallment;
    this.ofPayment = ofPayment;
    this.ofLoan = ofLoan;
  }

  boolean isOfInstallment() {
    return ofInstallment != null;
  }

  boolean isOfPayment() {
    return ofPayment != null;
  }

  boolean isOfLoan() {
    return ofLoan != null;
  }

  /** Tells whether the figure is percent and not money. */
  boolean isPercent() {
    return this == APR || this == EFFECTIVE_RATE;
  }

  Optional<Explanation> installment(Explain explain, int number) {
    return ofInstallment == null ? Optional.empty() : explain.installment(ofInstallment, number);
  }

  Optional<Explanation> payment(Explain explain, UUID event) {
    return ofPayment == null ? Optional.empty() : explain.payment(ofPayment, event);
  }

  Optional<Explanation> loan(Explain explain) {
    return ofLoan == null ? Optional.empty() : explain.loan(ofLoan);
  }
}
