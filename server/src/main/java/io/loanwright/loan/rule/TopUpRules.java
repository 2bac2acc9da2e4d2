package io.loanwright.loan.rule;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.schedule.Charging;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.ApprovalStep;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.Refusal;
import io.loanwright.product.ApprovalRule;
import io.loanwright.product.ProductDefinition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How much more may be paid out on a running loan, by whom, and what is kept back of it. */
public final class TopUpRules {

  private TopUpRules() {}

  /**
   * The loan stays within what its product lends, and within what its last step approves, whoever
   * tops it up.
   *
   * @param all what is lent with the top-up
   */
  public static Optional<Refusal> withinProduct(ProductDefinition product, Money all) {
    return ProductRules.withinLimits(product, "amount", all)
        .or(() ->
            lastStep(product).flatMap(last -> ApprovalRules.withinLimit(last, "amount", all)));
  }

  /** Whoever tops a loan up could have approved it at the last step of its product. */
  public static Optional<Refusal> holdsLastStep(Caller caller, ProductDefinition product) {
    return lastStep(product).flatMap(last -> ApprovalRules.holdsStep(caller, last));
  }

  private static Optional<ApprovalStep> lastStep(ProductDefinition product) {
    if (product.approvalSteps().isEmpty()) {
      return Optional.empty();
    }
    ApprovalRule rule = product.approvalSteps().getLast();
    return Optional.of(
        new ApprovalStep(product.approvalSteps().size(), rule.role(), rule.limit(), null));
  }

  /** A loan that was paid off on the day was over then, though it is not now. */
  public static boolean ranOn(LoanTerms agreed, List<RecordedEvent> events, LocalDate on) {
    return Replaying.position(agreed, events, on).phase() == LoanPhase.ACTIVE;
  }

  /**
   * Returns what is kept back of a top-up: the charges at disbursement, anew. A percentage is taken
   * of what is paid out; one of interest has nothing to be taken of.
   */
  public static Split kept(LoanTerms agreed, Money amount) {
    long fees = 0;
    long penalties = 0;
    for (ChargeTerms charge : agreed.charges()) {
      if (charge.timing() == ChargeTiming.DISBURSEMENT) {
        long minor = Charging.amount(charge, amount.minor(), 0, amount.currency());
        if (charge.kind() == ChargeKind.FEE) {
          fees = Math.addExact(fees, minor);
        } else {
          penalties = Math.addExact(penalties, minor);
        }
      }
    }
    return Split.ofMinor(0, 0, fees, penalties, amount.currency());
  }

  /**
   * Flat interest was agreed as one sum, which more money leaves open unless all installments are
   * of one size.
   */
  public static Optional<Refusal> fits(LoanTerms agreed) {
    boolean isFlat = agreed.interest().method() == InterestMethod.FLAT;
    return isFlat && agreed.repayment().amortization() != Amortization.EQUAL_INSTALLMENTS
        ? Optional.of(
            new Refusal.EventNotAccepted(
                "A loan with flat interest can be topped up only if it is in equal installments."))
        : Optional.empty();
  }

  /** Something is left to be paid out. */
  public static Optional<Refusal> leavesSomething(Money amount, Split kept) {
    return kept.total().compareTo(amount) >= 0
        ? Optional.of(
            new Refusal.TermsRefused(
                "amount",
                "Charges of %s %s are kept back; it must be more than that."
                    .formatted(kept.total().toDecimalString(), amount.currency().code())))
        : Optional.empty();
  }
}
