package io.loanwright.product.web;

import static java.util.Objects.requireNonNullElse;

import io.loanwright.engine.date.Workdays;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.PostingRole;
import io.loanwright.product.Accounting;
import io.loanwright.product.ApprovalRule;
import io.loanwright.product.Category;
import io.loanwright.product.ProductDefinition;
import io.loanwright.product.web.ProductFields.StepFields;
import io.loanwright.web.Amounts;
import io.loanwright.web.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a product into its definition. */
final class ProductMapping {

  private static final List<Part> USUAL_ORDER =
      List.of(Part.PENALTY, Part.FEE, Part.INTEREST, Part.PRINCIPAL);

  /** From the day of a payment on, interest is of what is owed then, also of what is late. */
  private static final RecalculationTerms FOLLOWING =
      new RecalculationTerms(
          Recalculation.FOLLOWS_PAYMENTS,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);

  private ProductMapping() {}

  /**
   * Returns the definition that the fields state.
   *
   * @throws ProblemException 400 or 422 with the field that is wrong
   */
  static ProductDefinition definition(ProductFields fields) {
    LoanTerms terms = terms(fields);
    Accounting accounting = requireNonNullElse(fields.accounting(), Accounting.CASH);
    if (accounting == Accounting.ACCRUAL && terms.interestFollowsPayments()) {
      throw ProblemException.rule(
          "accounting-not-supported",
          "accounting",
          "must be CASH where interest follows payments; only scheduled interest accrues");
    }
    Money least = limit("minPrincipal", fields.minPrincipal(), terms.currency());
    Money most = limit("maxPrincipal", fields.maxPrincipal(), terms.currency());
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw ProblemException.invalid("maxPrincipal", "must not be less than minPrincipal");
    }
    Map<PostingRole, String> accounts = ChartPreset.smallLender();
    accounts.putAll(requireNonNullElse(fields.accounts(), Map.of()));
    return new ProductDefinition(
        terms,
        least,
        most,
        steps(fields.approvalSteps(), terms.currency()),
        accounting,
        accounts,
        Boolean.TRUE.equals(fields.autoDisburse()),
        requireNonNullElse(fields.category(), Category.PERSONAL));
  }

  private static LoanTerms terms(ProductFields fields) {
    LoanTerms terms =
        TermsMapping.terms(fields, null, () -> Workdays.MONDAY_TO_FRIDAY, allocation(fields))
            .withRecalculation(
                fields.recalculation() == Recalculation.FOLLOWS_PAYMENTS
                    ? FOLLOWING
                    : RecalculationTerms.NONE);
    PenaltyFields penalty = fields.penalty();
    if (penalty != null) {
      Currency currency = terms.currency();
      terms = terms.withLatePenalty(TermsMapping.refusing(() -> penalty.terms(currency)));
    }
    if (terms.recalculation().equals(FOLLOWING) && !terms.interestFollowsPayments()) {
      throw ProblemException.rule(
          "terms-refused",
          "recalculation",
          "must be NONE, but for interest on a declining balance in equal installments");
    }
    return terms;
  }

  private static AllocationTerms allocation(ProductFields fields) {
    AdvanceRule advance = requireNonNullElse(fields.advance(), AdvanceRule.NEXT_INSTALLMENT);
    List<AllocationStep> steps = fields.allocationSteps();
    AllocationRule rule =
        steps == null
            ? byParts(requireNonNullElse(fields.allocationOrder(), USUAL_ORDER), advance)
            : bySteps(steps, advance);
    return new AllocationTerms(
        requireNonNullElse(fields.allocationDirection(), AllocationDirection.HORIZONTAL),
        rule,
        Map.of());
  }

  private static AllocationRule byParts(List<Part> order, AdvanceRule advance) {
    if (order.size() != Part.values().length || Set.copyOf(order).size() != order.size()) {
      throw ProblemException.invalid(
          "allocationOrder", "must name PENALTY, FEE, INTEREST and PRINCIPAL once each");
    }
    return AllocationRule.of(advance, order.toArray(Part[]::new));
  }

  private static AllocationRule bySteps(List<AllocationStep> steps, AdvanceRule advance) {
    if (steps.size() != AllocationStep.values().length
        || Set.copyOf(steps).size() != steps.size()) {
      throw ProblemException.invalid("allocationSteps", "must name each of the twelve steps once");
    }
    return new AllocationRule(steps, advance);
  }

  private static @Nullable Money limit(String field, @Nullable String text, Currency currency) {
    return text == null ? null : Amounts.positive(field, text, currency);
  }

  private static List<ApprovalRule> steps(@Nullable List<StepFields> given, Currency currency) {
    if (given == null) {
      return List.of(ApprovalRule.USUAL);
    }
    List<ApprovalRule> rules = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      StepFields step = given.get(i);
      Money limit = limit("approvalSteps[" + i + "].limit", step.limit(), currency);
      rules.add(new ApprovalRule(step.role(), limit));
    }
    return rules;
  }
}
