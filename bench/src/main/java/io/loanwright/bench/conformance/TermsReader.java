package io.loanwright.bench.conformance;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeOffEffect;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.GraceTerms;
import io.loanwright.engine.terms.InstallmentRounding;
import io.loanwright.engine.terms.InstallmentTerms;
import io.loanwright.engine.terms.InterestMethod;
import io.loanwright.engine.terms.InterestPeriod;
import io.loanwright.engine.terms.InterestTerms;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import io.loanwright.engine.terms.PartialPeriod;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import io.loanwright.engine.terms.RepaymentTerms;
import io.loanwright.engine.terms.ServicingTerms;
import io.loanwright.engine.terms.TrancheTerm;
import io.loanwright.engine.terms.YearBoundary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the {@code loan} of a case into terms. */
final class TermsReader {

  private static final BigDecimal MONTHS_IN_YEAR = BigDecimal.valueOf(12);

  private final JsonNode loan;

  private TermsReader(JsonNode loan) {
    this.loan = loan;
  }

  static LoanTerms read(JsonNode loan) {
    return new TermsReader(loan).terms();
  }

  private LoanTerms terms() {
    if (!loan.path("schedule_type").asString("PROGRESSIVE").equals("PROGRESSIVE")) {
      throw new Unsupported("schedule type " + loan.path("schedule_type").asString());
    }
    if (!loan.path("overdue_charges").isEmpty()) {
      throw new Unsupported("overdue charges");
    }
    Currency currency =
        new Currency(loan.path("currency").asString(), loan.path("currency_digits").asInt(2));
    return new LoanTerms(
            currency, interest(), repayment(), grace(), charges(), allocation(), recalculation())
        .withServicing(servicing());
  }

  private InterestTerms interest() {
    return new InterestTerms(
        annualRate(),
        InterestMethod.valueOf(loan.path("interest_type").asString()),
        InterestPeriod.valueOf(loan.path("interest_calculation_period").asString()),
        loan.path("allow_partial_period_interest").asBoolean(false)
            ? PartialPeriod.BY_DAYS
            : PartialPeriod.WHOLE_PERIOD,
        daysInYear(),
        loan.path("days_in_month").asString().equals("30")
            ? DaysInMonth.DAYS_30
            : DaysInMonth.ACTUAL,
        loan.path("interest_recognition_on_disbursement_date").asBoolean(false)
            ? YearBoundary.JANUARY_1
            : YearBoundary.DECEMBER_31);
  }

  private BigDecimal annualRate() {
    BigDecimal rate = new BigDecimal(loan.path("interest_rate").asString());
    String frequency = loan.path("interest_rate_frequency").asString("PER_YEAR");
    return switch (frequency) {
      case "PER_YEAR" -> rate;
      case "PER_MONTH" -> rate.multiply(MONTHS_IN_YEAR);
      default -> throw new Unsupported("interest rate " + frequency);
    };
  }

  private DaysInYear daysInYear() {
    String days = loan.path("days_in_year").asString();
    if (!days.equals("ACTUAL")) {
      return DaysInYear.valueOf("DAYS_" + days);
    }
    return loan.path("days_in_year_custom").asString("").equals("FEB_29_PERIOD_ONLY")
        ? DaysInYear.ACTUAL_LEAP_DAY
        : DaysInYear.ACTUAL;
  }

  private RepaymentTerms repayment() {
    JsonNode down = loan.path("down_payment");
    boolean hasDown = down.path("enabled").asBoolean(false);
    return new RepaymentTerms(
        calendar(),
        Amortization.valueOf(loan.path("amortization").asString()),
        new InstallmentTerms(
            InstallmentRounding.HALF_EVEN,
            positive(loan.path("installment_multiples_of")),
            positive(loan.path("fixed_emi"))),
        hasDown ? new BigDecimal(down.path("percent").asString()) : BigDecimal.ZERO);
  }

  private CalendarTerms calendar() {
    boolean fromSubmission =
        loan.path("repayment_start_date_type").asString("").equals("SUBMITTED_ON_DATE");
    LocalDate start = fromSubmission ? date(loan.path("submitted_on")) : null;
    JsonNode length = loan.path("fixed_length");
    return new CalendarTerms(
        loan.path("number_of_repayments").asInt(),
        loan.path("repay_every").asInt(),
        PeriodUnit.valueOf(loan.path("repay_frequency").asString()),
        start,
        null,
        length.isNumber() ? length.asInt() : null);
  }

  private GraceTerms grace() {
    return new GraceTerms(
        loan.path("grace_principal").asInt(0),
        loan.path("grace_interest_payment").asInt(0),
        loan.path("grace_interest_charged").asInt(0));
  }

  private List<ChargeTerms> charges() {
    List<ChargeTerms> charges = new ArrayList<>();
    for (JsonNode charge : loan.path("charges")) {
      charges.add(charge(charge));
    }
    return charges;
  }

  static ChargeTerms charge(JsonNode charge) {
    ChargeTiming timing =
        switch (charge.path("time").asString()) {
          case "DISBURSEMENT" -> ChargeTiming.DISBURSEMENT;
          case "INSTALLMENT" -> ChargeTiming.EACH_INSTALLMENT;
          case "SPECIFIED_DUE_DATE" -> ChargeTiming.DATE;
          case String other -> throw new Unsupported("charge at " + other);
        };
    ChargeBasis basis =
        switch (charge.path("calculation").asString()) {
          case "FLAT" -> ChargeBasis.FIXED;
          case "PERCENTAGE_AMOUNT" -> ChargeBasis.PERCENT_OF_PRINCIPAL;
          case "PERCENTAGE_INTEREST" -> ChargeBasis.PERCENT_OF_INTEREST;
          case "PERCENTAGE_LOAN_AMOUNT_PLUS_INTEREST" ->
              ChargeBasis.PERCENT_OF_PRINCIPAL_AND_INTEREST;
          case String other -> throw new Unsupported("charge by " + other);
        };
    return new ChargeTerms(
        charge.path("charge").asString(),
        charge.path("penalty").asBoolean(false) ? ChargeKind.PENALTY : ChargeKind.FEE,
        timing,
        basis,
        new BigDecimal(charge.path("amount").asString()),
        timing == ChargeTiming.DATE ? date(charge.path("due_date")) : null);
  }

  private AllocationTerms allocation() {
    AllocationDirection direction =
        AllocationDirection.valueOf(loan.path("schedule_processing").asString("HORIZONTAL"));
    AllocationRule usual = AllocationTerms.USUAL.usual();
    Map<MoneyKind, AllocationRule> byKind = new EnumMap<>(MoneyKind.class);
    for (JsonNode node : loan.path("payment_allocation")) {
      AllocationRule rule = allocationRule(node);
      String type = node.path("transaction_type").asString();
      if (type.equals("DEFAULT")) {
        usual = rule;
      } else {
        byKind.put(moneyKind(type), rule);
      }
    }
    return new AllocationTerms(direction, usual, byKind);
  }

  static MoneyKind moneyKind(String type) {
    return switch (type) {
      case "REPAYMENT", "DOWN_PAYMENT", "PAYOFF" -> MoneyKind.REPAYMENT;
      case "GOODWILL_CREDIT" -> MoneyKind.GOODWILL_CREDIT;
      case "MERCHANT_ISSUED_REFUND" -> MoneyKind.MERCHANT_REFUND;
      case "PAYOUT_REFUND" -> MoneyKind.PAYOUT_REFUND;
      case "INTEREST_PAYMENT_WAIVER" -> MoneyKind.INTEREST_WAIVER;
      case "CHARGE_ADJUSTMENT" -> MoneyKind.CHARGE_ADJUSTMENT;
      case "INTEREST_REFUND" -> MoneyKind.INTEREST_REFUND;
      case "CAPITALIZED_INCOME_ADJUSTMENT" -> MoneyKind.CAPITALIZED_INCOME_ADJUSTMENT;
      default -> throw new Unsupported("payment allocation of " + type);
    };
  }

  private static AllocationRule allocationRule(JsonNode node) {
    AdvanceRule advance =
        switch (node.path("future_installment_rule").asString()) {
          case "NEXT_INSTALLMENT" -> AdvanceRule.NEXT_INSTALLMENT;
          case "LAST_INSTALLMENT" -> AdvanceRule.LAST_INSTALLMENT;
          case "NEXT_LAST_INSTALLMENT" -> AdvanceRule.NEXT_LAST_INSTALLMENT;
          case "REAMORTIZATION" -> AdvanceRule.REAMORTIZE;
          case String other -> throw new Unsupported("money in advance by " + other);
        };
    if (node.has("order_preset")) {
      return AllocationRule.of(advance, parts(node.path("order_preset").asString()));
    }
    List<AllocationStep> order = new ArrayList<>();
    node.path("order").forEach(step -> order.add(AllocationStep.valueOf(step.asString())));
    return new AllocationRule(order, advance);
  }

  private static Part[] parts(String preset) {
    List<Part> parts = new ArrayList<>();
    for (String name : List.of(preset.split(",", -1))) {
      parts.add(Part.valueOf(name.strip()));
    }
    return parts.toArray(new Part[0]);
  }

  private RecalculationTerms recalculation() {
    JsonNode node = loan.path("interest_recalculation");
    if (!node.path("enabled").asBoolean(false)) {
      return new RecalculationTerms(
          Recalculation.NONE, Rest.DAILY, PayoffInterest.AS_SCHEDULED, OverdueInterest.CHARGED);
    }
    if (!node.path("compounding").asString("NONE").equals("NONE")) {
      throw new Unsupported("compounding of interest");
    }
    return new RecalculationTerms(
        Recalculation.FOLLOWS_PAYMENTS,
        node.path("rest_frequency").asString("DAILY").equals("DAILY")
            ? Rest.DAILY
            : Rest.SAME_AS_REPAYMENT_PERIOD,
        node.path("pre_closure").asString("").equals("TILL_REST_FREQUENCY_DATE")
            ? PayoffInterest.UNTIL_REST_DATE
            : PayoffInterest.UNTIL_PAYOFF_DATE,
        node.path("disallow_interest_on_past_due").asBoolean(false)
            ? OverdueInterest.NOT_CHARGED
            : OverdueInterest.CHARGED);
  }

  private ServicingTerms servicing() {
    Set<MoneyKind> refunded = EnumSet.noneOf(MoneyKind.class);
    loan.path("interest_refund_for").forEach(type -> refunded.add(moneyKind(type.asString())));
    List<Part> chargebackOrder = new ArrayList<>();
    for (JsonNode rule : loan.path("credit_allocation")) {
      if (rule.path("transaction_type").asString().equals("CHARGEBACK")) {
        rule.path("order").forEach(part -> chargebackOrder.add(Part.valueOf(part.asString())));
      }
    }
    return new ServicingTerms(
        loan.path("full_term_tranche").asBoolean(false) ? TrancheTerm.WHOLE : TrancheTerm.REMAINING,
        switch (loan.path("charge_off_behaviour").asString(chargeOffByName())) {
          case "ZERO_INTEREST" -> ChargeOffEffect.INTEREST_STOPS;
          case "ACCELERATE_MATURITY" -> ChargeOffEffect.ALL_DUE;
          case "REGULAR" -> ChargeOffEffect.NONE;
          case String other -> throw new Unsupported("charge-off by " + other);
        },
        refunded,
        chargebackOrder);
  }

  /** Some products stop interest at a charge-off and say so only by their name. */
  private String chargeOffByName() {
    return loan.path("product").asString("").contains("_ZERO_CHARGE_OFF")
        ? "ZERO_INTEREST"
        : "REGULAR";
  }

  private static @Nullable BigDecimal positive(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    BigDecimal value = new BigDecimal(node.asString());
    return value.signum() > 0 ? value : null;
  }

  static LocalDate date(JsonNode node) {
    return LocalDate.parse(node.asString());
  }
}
