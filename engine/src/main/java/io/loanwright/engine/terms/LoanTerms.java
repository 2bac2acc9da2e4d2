package io.loanwright.engine.terms;

import io.loanwright.engine.Refused;
import io.loanwright.engine.Rule;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that lender and borrower agreed about a loan, but for the amount and the day.
 *
 * @param currency the currency of all amounts
 * @param interest the price of the money
 * @param repayment when and in which way it comes back
 * @param grace what the first installments do without
 * @param charges fees and penalties agreed with the loan, at most 50
 * @param allocation how money that comes in is split
 * @param recalculation what an early or late payment does to the schedule
 * @param servicing what was agreed for rarer events; the usual where terms kept from before leave
 *     it out
 * @param latePenalty what an installment costs that is not paid in time; null where lateness costs
 *     nothing but interest
 */
public record LoanTerms(
    Currency currency,
    InterestTerms interest,
    RepaymentTerms repayment,
    GraceTerms grace,
    List<ChargeTerms> charges,
    AllocationTerms allocation,
    RecalculationTerms recalculation,
    ServicingTerms servicing,
    @Nullable LatePenaltyTerms latePenalty) {

  private static final int MOST_CHARGES = 50;

  /**
   * Checks that the parts fit together.
   *
   * @throws Refused {@link Rule#TERMS_CONTRADICT} if a grace is longer than the loan or leaves
   *     nothing to repay principal with, {@link Rule#OUT_OF_RANGE} if there are too many charges
   */
  public LoanTerms {
    servicing = Objects.requireNonNullElse(servicing, ServicingTerms.USUAL);
    charges = List.copyOf(charges);
    Ranges.require("charges", charges.size(), 0, MOST_CHARGES);
    int repayments = repayment.calendar().repayments();
    requireShorter("graceOnPrincipal", grace.onPrincipal(), repayments);
    requireShorter("graceOnInterestPayment", grace.onInterestPayment(), repayments);
    requireShorter("interestFreePeriods", grace.interestFree(), repayments + 1);
  }

  /** Terms with the usual agreement for rarer events, without penalties for lateness. */
  public LoanTerms(
      Currency currency,
      InterestTerms interest,
      RepaymentTerms repayment,
      GraceTerms grace,
      List<ChargeTerms> charges,
      AllocationTerms allocation,
      RecalculationTerms recalculation) {
    this(
        currency,
        interest,
        repayment,
        grace,
        charges,
        allocation,
        recalculation,
        ServicingTerms.USUAL,
        null);
  }

  private static void requireShorter(String field, int grace, int repayments) {
    if (grace >= repayments) {
      throw new Refused(
          Rule.TERMS_CONTRADICT,
          field,
          "%s of %d leaves no installment to pay it with.".formatted(field, grace));
    }
  }

  /** Returns terms without grace and charges, split and kept in the usual way. */
  public static LoanTerms of(Currency currency, InterestTerms interest, RepaymentTerms repayment) {
    return new LoanTerms(
        currency,
        interest,
        repayment,
        GraceTerms.NONE,
        List.of(),
        AllocationTerms.USUAL,
        RecalculationTerms.NONE);
  }

  /**
   * Tells whether interest follows payments: it was agreed, and it can. Flat interest is a sum, and
   * only an equal installment has room for interest that changes.
   */
  public boolean interestFollowsPayments() {
    return recalculation.recalculation() == Recalculation.FOLLOWS_PAYMENTS
        && interest.method() == InterestMethod.DECLINING_BALANCE
        && repayment.amortization() == Amortization.EQUAL_INSTALLMENTS;
  }

  /** Returns the same terms with another price. */
  public LoanTerms withInterest(InterestTerms other) {
    return new LoanTerms(
        currency,
        other,
        repayment,
        grace,
        charges,
        allocation,
        recalculation,
        servicing,
        latePenalty);
  }

  /** Returns the same terms, repaid in another way. */
  public LoanTerms withRepayment(RepaymentTerms other) {
    return new LoanTerms(
        currency,
        interest,
        other,
        grace,
        charges,
        allocation,
        recalculation,
        servicing,
        latePenalty);
  }

  /** Returns the same terms with another grace. */
  public LoanTerms withGrace(GraceTerms other) {
    return new LoanTerms(
        currency,
        interest,
        repayment,
        other,
        charges,
        allocation,
        recalculation,
        servicing,
        latePenalty);
  }

  /** Returns the same terms with other charges. */
  public LoanTerms withCharges(List<ChargeTerms> other) {
    return new LoanTerms(
        currency,
        interest,
        repayment,
        grace,
        other,
        allocation,
        recalculation,
        servicing,
        latePenalty);
  }

  /** Returns the same terms with another split of payments. */
  public LoanTerms withAllocation(AllocationTerms other) {
    return new LoanTerms(
        currency,
        interest,
        repayment,
        grace,
        charges,
        other,
        recalculation,
        servicing,
        latePenalty);
  }

  /** Returns the same terms with another rule for early and late payments. */
  public LoanTerms withRecalculation(RecalculationTerms other) {
    return new LoanTerms(
        currency, interest, repayment, grace, charges, allocation, other, servicing, latePenalty);
  }

  /** Returns the same terms with another agreement for rarer events. */
  public LoanTerms withServicing(ServicingTerms other) {
    return new LoanTerms(
        currency,
        interest,
        repayment,
        grace,
        charges,
        allocation,
        recalculation,
        other,
        latePenalty);
  }

  /** Returns the same terms with another price of lateness; null for none. */
  public LoanTerms withLatePenalty(@Nullable LatePenaltyTerms other) {
    return new LoanTerms(
        currency, interest, repayment, grace, charges, allocation, recalculation, servicing, other);
  }
}
