package io.loanwright.bench.conformance;

import io.loanwright.engine.date.DaysInMonth;
import io.loanwright.engine.date.DaysInYear;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.schedule.DueDates;
import io.loanwright.engine.schedule.Period;
import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Part;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.Amortization;
import io.loanwright.engine.terms.CalendarTerms;
import io.loanwright.engine.terms.ChargeOffEffect;
import io.loanwright.engine.terms.ChargeTerms;
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
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the {@code loan} of a case into terms, and notes what of it is not followed. */
final class TermsReader {

  private static final int MONTHS_IN_YEAR = 12;
  private static final int WEEKS_IN_YEAR = 52;
  private static final int DAYS_IN_YEAR = 365;

  /** With so many digits every published case comes to the same as with 19. */
  private static final int FEWEST_DIGITS = 12;

  /** The most that terms take. */
  private static final int DECIMALS_OF_RATE = 12;

  /** Read here, or without meaning for the figures of a schedule. */
  private static final Set<String> KNOWN =
      Set.of(
          ("schedule_type currency currency_digits currency_in_multiples_of interest_rate"
                  + " interest_rate_frequency interest_type interest_calculation_period"
                  + " allow_partial_period_interest days_in_year days_in_month"
                  + " days_in_year_custom interest_recognition_on_disbursement_date down_payment"
                  + " amortization installment_multiples_of fixed_emi fixed_length"
                  + " number_of_repayments repay_every repay_frequency loan_term"
                  + " loan_term_frequency repayment_start_date_type submitted_on period_dates"
                  + " grace_principal grace_interest_payment grace_interest_charged charges"
                  + " overdue_charges payment_allocation credit_allocation schedule_processing"
                  + " strategy interest_recalculation interest_refund_for full_term_tranche"
                  + " expected_tranches multi_disburse charge_off_behaviour product principal"
                  + " math_precision rounding_mode accounting accrual_activity_posting"
                  + " min_interest_rate max_interest_rate over_applied capitalized_income"
                  + " buy_down_fee principal_threshold_last_installment")
              .split(" "));

  private static final Map<String, MoneyKind> KINDS =
      Map.of(
          "REPAYMENT", MoneyKind.REPAYMENT,
          "DOWN_PAYMENT", MoneyKind.REPAYMENT,
          "PAYOFF", MoneyKind.REPAYMENT,
          "GOODWILL_CREDIT", MoneyKind.GOODWILL_CREDIT,
          "MERCHANT_ISSUED_REFUND", MoneyKind.MERCHANT_REFUND,
          "PAYOUT_REFUND", MoneyKind.PAYOUT_REFUND,
          "INTEREST_PAYMENT_WAIVER", MoneyKind.INTEREST_WAIVER,
          "CHARGE_ADJUSTMENT", MoneyKind.CHARGE_ADJUSTMENT,
          "INTEREST_REFUND", MoneyKind.INTEREST_REFUND,
          "CAPITALIZED_INCOME_ADJUSTMENT", MoneyKind.CAPITALIZED_INCOME_ADJUSTMENT);

  private final JsonNode loan;
  private final ReadOver over;

  private TermsReader(JsonNode loan, ReadOver over) {
    this.loan = loan;
    this.over = over;
  }

  /**
   * Reads the terms.
   *
   * @param over where to note what is not followed
   */
  static LoanTerms read(JsonNode loan, ReadOver over) {
    return new TermsReader(loan, over).terms();
  }

  private LoanTerms terms() {
    if (!loan.path("schedule_type").asString("PROGRESSIVE").equals("PROGRESSIVE")) {
      throw new Unsupported("schedule type " + loan.path("schedule_type").asString());
    }
    noteWhatIsNotFollowed();
    Currency currency =
        new Currency(loan.path("currency").asString(), loan.path("currency_digits").asInt(2));
    return new LoanTerms(
            currency, interest(), repayment(), grace(), charges(), allocation(), recalculation())
        .withServicing(servicing());
  }

  private void noteWhatIsNotFollowed() {
    over.unknownFields(loan, KNOWN, "loan");
    noteUnless(!ReadOver.says(loan.path("overdue_charges")), "overdue charges");
    noteUnless(loan.path("expected_tranches").size() <= 1, "expected tranches");
    noteUnless(
        textOf(loan, "strategy", "ADVANCED_PAYMENT_ALLOCATION")
            .equals("ADVANCED_PAYMENT_ALLOCATION"),
        "payment order " + loan.path("strategy").asString(""));
    noteUnless(
        loan.path("math_precision").asInt(FEWEST_DIGITS) >= FEWEST_DIGITS,
        "arithmetic of %s digits".formatted(loan.path("math_precision").asString("")));
    noteUnless(
        textOf(loan, "rounding_mode", "HALF_EVEN").equals("HALF_EVEN"),
        "rounding " + loan.path("rounding_mode").asString(""));
    boolean isWhole = loan.path("currency_digits").asInt(2) == 0;
    noteUnless(
        !isWhole || loan.path("currency_in_multiples_of").asInt(0) <= 1,
        "amounts in multiples of " + loan.path("currency_in_multiples_of").asString(""));
    noteUnless(
        List.of("DISBURSEMENT_DATE", "SUBMITTED_ON_DATE")
            .contains(textOf(loan, "repayment_start_date_type", "DISBURSEMENT_DATE")),
        "repayments counted from " + loan.path("repayment_start_date_type").asString(""));
    noteUnless(
        List.of("NONE", "FULL_LEAP_YEAR", "FEB_29_PERIOD_ONLY")
            .contains(textOf(loan, "days_in_year_custom", "NONE")),
        "leap years by " + loan.path("days_in_year_custom").asString(""));
  }

  private void noteUnless(boolean isFollowed, String feature) {
    if (!isFollowed) {
      over.feature(feature);
    }
  }

  private static String textOf(JsonNode node, String field, String usual) {
    return ReadOver.says(node.path(field)) ? node.path(field).asString() : usual;
  }

  /** Reads a choice by the name that the engine has for it too. */
  private <E extends Enum<E>> E choice(Class<E> type, String field, String feature) {
    String name = loan.path(field).asString("");
    for (E each : type.getEnumConstants()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    throw new Unsupported(feature + " " + name);
  }

  private InterestTerms interest() {
    return new InterestTerms(
        annualRate(),
        choice(InterestMethod.class, "interest_type", "interest by"),
        choice(InterestPeriod.class, "interest_calculation_period", "interest of"),
        loan.path("allow_partial_period_interest").asBoolean(false)
            ? PartialPeriod.BY_DAYS
            : PartialPeriod.WHOLE_PERIOD,
        daysInYear(),
        daysInMonth(),
        loan.path("interest_recognition_on_disbursement_date").asBoolean(false)
            ? YearBoundary.JANUARY_1
            : YearBoundary.DECEMBER_31);
  }

  private BigDecimal annualRate() {
    BigDecimal rate = new BigDecimal(loan.path("interest_rate").asString("0"));
    return switch (loan.path("interest_rate_frequency").asString("PER_YEAR")) {
      case "PER_YEAR" -> rate;
      case "PER_MONTH" -> rate.multiply(BigDecimal.valueOf(MONTHS_IN_YEAR));
      case "WHOLE_TERM" -> annualRateOfWholeTerm(rate);
      case String other -> throw new Unsupported("interest rate " + other);
    };
  }

  /** The rate of the whole term, divided by its units, times the units of a year. */
  private BigDecimal annualRateOfWholeTerm(BigDecimal rate) {
    long units = loan.path("number_of_repayments").asLong() * loan.path("repay_every").asLong();
    int inYear =
        switch (loan.path("repay_frequency").asString()) {
          case "YEARS" -> 1;
          case "MONTHS" -> MONTHS_IN_YEAR;
          case "WEEKS" -> WEEKS_IN_YEAR;
          default -> loan.path("days_in_year").asInt(DAYS_IN_YEAR);
        };
    return rate.multiply(BigDecimal.valueOf(inYear))
        .divide(BigDecimal.valueOf(units), DECIMALS_OF_RATE, RoundingMode.HALF_EVEN);
  }

  private DaysInMonth daysInMonth() {
    return switch (loan.path("days_in_month").asString("ACTUAL")) {
      case "30" -> DaysInMonth.DAYS_30;
      case "ACTUAL" -> DaysInMonth.ACTUAL;
      case String other -> throw new Unsupported("months of " + other + " days");
    };
  }

  private DaysInYear daysInYear() {
    boolean byLeapDay = loan.path("days_in_year_custom").asString("").equals("FEB_29_PERIOD_ONLY");
    return switch (loan.path("days_in_year").asString("ACTUAL")) {
      case "ACTUAL" -> byLeapDay ? DaysInYear.ACTUAL_LEAP_DAY : DaysInYear.ACTUAL;
      case "360" -> DaysInYear.DAYS_360;
      case "364" -> DaysInYear.DAYS_364;
      case "365" -> DaysInYear.DAYS_365;
      case String other -> throw new Unsupported("years of " + other + " days");
    };
  }

  private RepaymentTerms repayment() {
    JsonNode down = loan.path("down_payment");
    boolean hasDown = down.path("enabled").asBoolean(down.has("percent"));
    return new RepaymentTerms(
        calendar(),
        choice(Amortization.class, "amortization", "amortization by"),
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
    boolean isYearly = loan.path("repay_frequency").asString().equals("YEARS");
    int every = loan.path("repay_every").asInt() * (isYearly ? MONTHS_IN_YEAR : 1);
    PeriodUnit unit =
        isYearly
            ? PeriodUnit.MONTHS
            : choice(PeriodUnit.class, "repay_frequency", "repayments every");
    JsonNode length = loan.path("fixed_length");
    int units = length.asInt(0) * (isYearly ? MONTHS_IN_YEAR : 1);
    CalendarTerms byRule =
        new CalendarTerms(
            loan.path("number_of_repayments").asInt(),
            every,
            unit,
            start,
            null,
            units > 0 ? units : null);
    return listed(byRule);
  }

  /** Listed dates, the start first, count where they are others than the rule gives. */
  private CalendarTerms listed(CalendarTerms byRule) {
    List<LocalDate> dates = new ArrayList<>();
    loan.path("period_dates").forEach(each -> dates.add(date(each)));
    if (dates.size() < 2) {
      return byRule;
    }
    LocalDate start = dates.getFirst();
    List<LocalDate> due = List.copyOf(dates.subList(1, dates.size()));
    List<LocalDate> planned = DueDates.of(byRule, start).stream().map(Period::to).toList();
    return due.equals(planned)
        ? byRule
        : new CalendarTerms(
            due.size(), byRule.every(), byRule.unit(), start, null, null, null, due, null);
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
      charges.add(ChargeReader.read(charge));
    }
    return charges;
  }

  private AllocationTerms allocation() {
    AllocationDirection direction =
        ReadOver.says(loan.path("schedule_processing"))
            ? choice(AllocationDirection.class, "schedule_processing", "allocation")
            : AllocationDirection.HORIZONTAL;
    AllocationRule usual = AllocationTerms.USUAL.usual();
    Map<MoneyKind, AllocationRule> byKind = new EnumMap<>(MoneyKind.class);
    for (JsonNode node : loan.path("payment_allocation")) {
      AllocationRule rule = allocationRule(node);
      String type = node.path("transaction_type").asString();
      MoneyKind kind = KINDS.get(type);
      if (type.equals("DEFAULT")) {
        usual = rule;
      } else if (kind != null) {
        byKind.put(kind, rule);
      } else {
        over.feature("payment allocation of " + type);
      }
    }
    return new AllocationTerms(direction, usual, byKind);
  }

  static MoneyKind moneyKind(String type) {
    MoneyKind kind = KINDS.get(type);
    if (kind == null) {
      throw new Unsupported("money of " + type);
    }
    return kind;
  }

  private static AllocationRule allocationRule(JsonNode node) {
    AdvanceRule advance =
        switch (textOf(node, "future_installment_rule", "NEXT_INSTALLMENT")) {
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
    if (!node.path("enabled").asBoolean(node.isObject())) {
      return new RecalculationTerms(
          Recalculation.NONE, Rest.DAILY, PayoffInterest.AS_SCHEDULED, OverdueInterest.CHARGED);
    }
    noteUnless(!ReadOver.says(node.path("compounding")), "compounding of interest");
    String strategy = textOf(node, "reschedule_strategy", "ADJUST_LAST_UNPAID_PERIOD");
    noteUnless(
        strategy.equals("ADJUST_LAST_UNPAID_PERIOD"), "recalculation of interest by " + strategy);
    return new RecalculationTerms(
        Recalculation.FOLLOWS_PAYMENTS,
        rest(node),
        payoff(node),
        node.path("disallow_interest_on_past_due").asBoolean(false)
            ? OverdueInterest.NOT_CHARGED
            : OverdueInterest.CHARGED);
  }

  /** A rest of its own counts where it comes to that of the installments, or of days. */
  private Rest rest(JsonNode node) {
    String frequency = textOf(node, "rest_frequency", "DAILY");
    int interval = Math.max(1, node.path("rest_interval").asInt(1));
    boolean isWeekly = frequency.equals("WEEKLY");
    boolean isByInstallment =
        (isWeekly || frequency.equals("MONTHLY"))
            && loan.path("repay_frequency").asString().equals(isWeekly ? "WEEKS" : "MONTHS")
            && loan.path("repay_every").asInt() == interval;
    if (isByInstallment) {
      return Rest.SAME_AS_REPAYMENT_PERIOD;
    }
    boolean isDaily = frequency.equals("DAILY");
    noteUnless(
        interval == 1 && (isDaily || frequency.startsWith("SAME_AS_REPAYMENT")),
        "interest rest %s, every %d".formatted(frequency, interval));
    return isDaily ? Rest.DAILY : Rest.SAME_AS_REPAYMENT_PERIOD;
  }

  private PayoffInterest payoff(JsonNode node) {
    return switch (textOf(node, "pre_closure", "TILL_PRE_CLOSURE_DATE")) {
      case "TILL_PRE_CLOSURE_DATE" -> PayoffInterest.UNTIL_PAYOFF_DATE;
      case "TILL_REST_FREQUENCY_DATE" -> PayoffInterest.UNTIL_REST_DATE;
      case String other -> {
        over.feature("interest at payoff " + other);
        yield PayoffInterest.UNTIL_PAYOFF_DATE;
      }
    };
  }

  private ServicingTerms servicing() {
    Set<MoneyKind> refunded = EnumSet.noneOf(MoneyKind.class);
    loan.path("interest_refund_for").forEach(type -> refunded.add(moneyKind(type.asString())));
    List<Part> chargebackOrder = new ArrayList<>();
    for (JsonNode rule : loan.path("credit_allocation")) {
      if (rule.path("transaction_type").asString().equals("CHARGEBACK")) {
        rule.path("order").forEach(part -> chargebackOrder.add(Part.valueOf(part.asString())));
      } else {
        over.feature("credit allocation of " + rule.path("transaction_type").asString());
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

  /** Returns terms with the installment that a disbursement names, where it names one. */
  static LoanTerms withInstallment(LoanTerms terms, JsonNode fixed) {
    BigDecimal amount = positive(fixed);
    if (amount == null) {
      return terms;
    }
    InstallmentTerms agreed = terms.repayment().installment();
    return terms.withRepayment(
        terms
            .repayment()
            .withInstallment(new InstallmentTerms(agreed.rounding(), agreed.multipleOf(), amount)));
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
