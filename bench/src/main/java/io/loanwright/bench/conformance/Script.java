package io.loanwright.bench.conformance;

import io.loanwright.bench.conformance.Transactions.Entered;
import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.event.MovedInterest;
import io.loanwright.engine.event.NewSchedule;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.replay.Entry;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.schedule.Charging;
import io.loanwright.engine.schedule.DownPayment;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.MoneyKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the transactions of a case into events, one after the other. */
final class Script {

  private static final Set<String> KNOWN =
      Set.of(
          ("seq type date business_date amount charge charge_due_date calculation time penalty"
                  + " due_date reason value key job expected_disbursement fixed_emi target_type"
                  + " target_date target_nr start_date end_date from_date submitted_on"
                  + " new_interest_rate extra_terms adjusted_due_date every frequency"
                  + " installments interest_handling note external_id payment_type")
              .split(" "));

  private final ReadOver over;
  private final boolean paysDownPayment;
  private final List<LoanEvent> events = new ArrayList<>();
  private final Transactions transactions;
  private final List<Row> kept = new ArrayList<>();
  private LoanEvent.@Nullable Disbursed approved;
  private @Nullable Split undoneCharges;
  private LoanTerms terms;
  private LocalDate today = LocalDate.MIN;
  private long sequence;

  Script(LoanTerms terms, JsonNode node, Numbering numbering, ReadOver over) {
    this.terms = terms;
    this.over = over;
    this.transactions = new Transactions(numbering);
    this.paysDownPayment =
        node.path("loan").path("down_payment").path("auto_repayment").asBoolean(false);
  }

  /** Returns the day on which the last transaction was entered, or a later value date. */
  LocalDate latest() {
    LocalDate latest = today;
    for (LoanEvent event : events) {
      latest = event.on().isAfter(latest) ? event.on() : latest;
    }
    return latest;
  }

  LoanTerms terms() {
    return terms;
  }

  LoanPosition position(LocalDate asOf) {
    return Replay.position(terms, events, asOf);
  }

  /** Returns what is shown if the money went out as approved, where it did not go out yet. */
  Shown preview(LocalDate asOf) {
    LoanPosition position = position(asOf);
    if (approved == null || position.phase() != LoanPhase.NOT_DISBURSED) {
      return Shown.of(position);
    }
    LoanPosition approval = Replay.position(terms, List.of(approved), approved.on());
    Split charges = undoneCharges == null ? approval.atDisbursement() : undoneCharges;
    return Shown.asApproved(approval, charges);
  }

  /** Returns the rows of the list of transactions that are not in the position any more. */
  List<Row> rowsKept() {
    return kept;
  }

  /** Returns the rows of the list of transactions of a position. */
  List<Row> rows(LoanPosition position) {
    List<Row> rows = new ArrayList<>();
    for (Entry entry : position.entries()) {
      rows.add(Row.of(entry, transactions.nameOf(entry)));
    }
    return rows;
  }

  /** Enters the next transaction of the case. */
  void enter(JsonNode node) {
    String type = node.path("type").asString();
    over.unknownFields(node, KNOWN, type);
    LocalDate date = node.has("date") ? TermsReader.date(node.path("date")) : null;
    if (node.has("business_date")) {
      today = TermsReader.date(node.path("business_date"));
    } else if (date != null) {
      today = date;
    }
    LocalDate on = date == null ? today : date;
    switch (type) {
      case "APPROVE" -> approve(node);
      case "COB", "JOB", "FRAUD_FLAG", "UNDO_APPROVAL" -> {}
      case "CONFIG" -> Switches.read(node.path("key").asString(), node.path("value"), over);
      case "DISBURSE" -> disburse(node, on);
      case "REPAYMENT" -> repay(amount(node), on, "REPAYMENT", "Repayment");
      case "PAYOFF" -> payOff(on);
      case "GOODWILL_CREDIT",
          "MERCHANT_ISSUED_REFUND",
          "PAYOUT_REFUND",
          "INTEREST_PAYMENT_WAIVER",
          "CHARGE_ADJUSTMENT",
          "CAPITALIZED_INCOME_ADJUSTMENT" ->
          credit(type, amount(node), on);
      case "CAPITALIZED_INCOME" ->
          add(new LoanEvent.Capitalized(id(), on, sequence, amount(node)), type, name(type));
      case "BUY_DOWN_FEE", "BUY_DOWN_FEE_ADJUSTMENT" -> noteFee(type, amount(node), on);
      case "REFUND_BY_CASH" ->
          add(new LoanEvent.CashRefunded(id(), on, sequence, amount(node)), type, "Refund");
      case "CREDIT_BALANCE_REFUND" ->
          add(new LoanEvent.ExcessRefunded(id(), on, sequence, amount(node)), type, name(type));
      case "CHARGEBACK" -> chargeBack(node, on);
      case "ADD_CHARGE" -> addCharge(node);
      case "WAIVE_LAST_CHARGE" -> waiveLastCharge();
      case "CHARGE_OFF" -> add(new LoanEvent.ChargedOff(id(), on, sequence), type, "Charge-off");
      case "WRITE_OFF" ->
          add(new LoanEvent.WrittenOff(id(), on, sequence), type, "Close (as written-off)");
      case "CONTRACT_TERMINATION" ->
          add(new LoanEvent.Terminated(id(), on, sequence), type, name(type));
      case "RE_AGE" -> reAge(node, on);
      case "RE_AMORTIZE" ->
          add(
              new LoanEvent.ReAmortized(id(), on, sequence, movedInterest(node)),
              type,
              "Re-amortize");
      case "RESCHEDULE", "CHANGE_INTEREST_RATE", "INTEREST_PAUSE" -> reschedule(node);
      case "UNDO", "UNDO_WAIVE_LAST_CHARGE", "UNDO_LAST_DISBURSAL", "UNDO_DISBURSAL" ->
          undo(node, type);
      default -> throw new Unsupported("transaction " + type);
    }
  }

  private void approve(JsonNode node) {
    LocalDate on = TermsReader.date(node.path("expected_disbursement"));
    approved = new LoanEvent.Disbursed(new UUID(1, 0), on, 0, amount(node));
  }

  private void disburse(JsonNode node, LocalDate on) {
    Money amount = amount(node);
    if (ReadOver.says(node.path("fixed_emi"))) {
      if (isDisbursed()) {
        over.feature("fixed installment of a later disbursement");
      } else {
        terms = TermsReader.withInstallment(terms, node.path("fixed_emi"));
      }
    }
    add(new LoanEvent.Disbursed(id(), on, sequence, amount), "DISBURSE", "Disbursement");
    Money down = DownPayment.of(terms, amount);
    if (paysDownPayment && down.isPositive()) {
      repay(down, on, "DOWN_PAYMENT", "Down Payment");
    }
  }

  private boolean isDisbursed() {
    return events.stream().anyMatch(LoanEvent.Disbursed.class::isInstance);
  }

  private void repay(Money amount, LocalDate on, String type, String name) {
    add(new LoanEvent.Repaid(id(), on, sequence, amount, null), type, name);
  }

  private void payOff(LocalDate on) {
    boolean somethingLater = events.stream().anyMatch(event -> event.on().isAfter(on));
    Money amount = position(somethingLater ? latest() : on).payoff().total();
    if (amount.isPositive()) {
      repay(amount, on, "REPAYMENT", "Repayment");
    }
  }

  private void credit(String type, Money amount, LocalDate on) {
    MoneyKind kind = TermsReader.moneyKind(type);
    add(new LoanEvent.Credited(id(), on, sequence, amount, kind), type, name(type));
  }

  /** A fee that a merchant pays for the borrower is the ledger's; the loan does not change. */
  private void noteFee(String type, Money amount, LocalDate on) {
    kept.add(new Row(on, name(type), amount, null, null, false));
  }

  private void takeBackFee(JsonNode node, String type) {
    String name = name(type.replace("LAST_", ""));
    String day = node.path("target_date").asString("");
    for (int i = kept.size() - 1; i >= 0; i--) {
      Row row = kept.get(i);
      boolean isOfTheDay = day.isEmpty() || row.on().toString().equals(day);
      if (row.name().equals(name) && isOfTheDay && !row.reverted()) {
        kept.set(i, row.takenBack());
        return;
      }
    }
    throw new Unsupported("undoing " + type);
  }

  private void chargeBack(JsonNode node, LocalDate on) {
    Entered target = transactions.find(node, node.path("target_type").asString());
    add(
        new LoanEvent.ChargedBack(id(), on, sequence, target.event().id(), amount(node)),
        "CHARGEBACK",
        "Chargeback");
  }

  /**
   * A charge of each installment, and one from before the money went out, is as if it had been
   * agreed with the loan; a percentage of another one is of what is lent and its interest then.
   */
  private void addCharge(JsonNode node) {
    ChargeTerms charge = ChargeReader.read(node);
    LocalDate dueOn = charge.on();
    if (dueOn == null || !isDisbursed()) {
      if (charge.timing() == ChargeTiming.DISBURSEMENT && isDisbursed()) {
        throw new Unsupported("charge at DISBURSEMENT of a loan that was disbursed");
      }
      List<ChargeTerms> charges = new ArrayList<>(terms.charges());
      charges.add(charge);
      terms = terms.withCharges(charges);
      return;
    }
    LoanPosition position = position(latest());
    long interest =
        position.installments().stream()
            .mapToLong(row -> row.installment().interest().minor())
            .sum();
    long minor = Charging.amount(charge, position.disbursed().minor(), interest, terms.currency());
    add(
        new LoanEvent.ChargeAdded(
            id(), today, sequence, charge.kind(), dueOn, new Money(minor, terms.currency())),
        "ADD_CHARGE",
        "");
  }

  private void waiveLastCharge() {
    Entered charge = transactions.firstCharge();
    LocalDate dueOn = ((LoanEvent.ChargeAdded) charge.event()).dueOn();
    LocalDate on = dueOn.isBefore(today) ? dueOn : today;
    add(
        new LoanEvent.ChargeWaived(id(), on, sequence, charge.event().id()),
        "WAIVE_CHARGE",
        "Waive loan charges");
  }

  private void reAge(JsonNode node, LocalDate on) {
    boolean yearly = node.path("frequency").asString().equals("YEARS");
    int every = node.path("every").asInt();
    NewSchedule schedule =
        new NewSchedule(
            TermsReader.date(node.path("start_date")),
            node.path("installments").asInt(),
            yearly ? 12 * every : every,
            yearly ? PeriodUnit.MONTHS : PeriodUnit.valueOf(node.path("frequency").asString()),
            movedInterest(node));
    add(new LoanEvent.ReAged(id(), on, sequence, schedule), "RE_AGE", "Re-age");
  }

  private static MovedInterest movedInterest(JsonNode node) {
    return switch (node.path("interest_handling").asString("DEFAULT")) {
      case "DEFAULT" -> MovedInterest.RECOMPUTED;
      case "WAIVE_INTEREST" -> MovedInterest.WAIVED;
      case "EQUAL_AMORTIZATION_PAYABLE_INTEREST" -> MovedInterest.SPREAD_ACCRUED;
      case "EQUAL_AMORTIZATION_FULL_INTEREST", "EQUAL_AMORTIZATION_INTEREST_SPLIT" ->
          MovedInterest.SPREAD_ALL;
      case String other -> throw new Unsupported("interest handling " + other);
    };
  }

  private void reschedule(JsonNode node) {
    if (node.has("start_date")) {
      LocalDate from = TermsReader.date(node.path("start_date"));
      LocalDate to = TermsReader.date(node.path("end_date"));
      LocalDate on = today.equals(LocalDate.MIN) ? from : today;
      add(new LoanEvent.InterestPaused(id(), on, sequence, from, to), "RESCHEDULE", "");
      return;
    }
    LocalDate from = TermsReader.date(node.path("from_date"));
    LocalDate on = node.has("submitted_on") ? TermsReader.date(node.path("submitted_on")) : today;
    int before = events.size();
    if (ReadOver.says(node.path("adjusted_due_date"))) {
      LocalDate due = TermsReader.date(node.path("adjusted_due_date"));
      add(new LoanEvent.DueDateMoved(id(), on, sequence, from, due), "RESCHEDULE", "");
    }
    if (ReadOver.says(node.path("extra_terms"))) {
      int more = node.path("extra_terms").asInt();
      add(new LoanEvent.TermExtended(id(), on, sequence, from, more), "RESCHEDULE", "");
    }
    if (node.has("new_interest_rate") && !node.path("new_interest_rate").isNull()) {
      BigDecimal rate = new BigDecimal(node.path("new_interest_rate").asString());
      add(new LoanEvent.RateChanged(id(), on, sequence, from, rate), "RESCHEDULE", "");
    }
    if (events.size() == before && !over.hasFeatures()) {
      throw new Unsupported("reschedule by " + node.propertyNames());
    }
  }

  private void undo(JsonNode node, String type) {
    switch (type) {
      case "UNDO_WAIVE_LAST_CHARGE" -> reverse(transactions.last("WAIVE_CHARGE"));
      case "UNDO_LAST_DISBURSAL" -> undoDisbursal(transactions.last("DISBURSE"));
      case "UNDO_DISBURSAL" -> startOver();
      default -> {
        String target = node.path("target_type").asString();
        if (target.contains("BUY_DOWN_FEE")) {
          takeBackFee(node, target);
        } else {
          reverse(transactions.find(node, target));
        }
      }
    }
  }

  /** What was kept back of the payout stays what is asked for until money goes out again. */
  private void startOver() {
    undoneCharges = position(today).atDisbursement();
    events.clear();
    transactions.clear();
    kept.clear();
  }

  private void undoDisbursal(Entered disbursal) {
    int before = kept.size();
    reverse(disbursal);
    Entered downPayment = transactions.nextStanding(disbursal, "DOWN_PAYMENT");
    if (downPayment != null) {
      reverse(downPayment);
    }
    kept.subList(before, kept.size()).clear();
  }

  private void reverse(Entered target) {
    LoanPosition position = position(today);
    for (Entry entry : position.entries()) {
      if (belongsTo(entry, target.event())) {
        kept.add(Row.of(entry, transactions.nameOf(entry)).takenBack());
      }
    }
    transactions.markUndone(target);
    LocalDate on = today.isBefore(target.event().on()) ? target.event().on() : today;
    events.add(new LoanEvent.Reversed(id(), on, sequence, target.event().id()));
  }

  private static boolean belongsTo(Entry entry, LoanEvent event) {
    UUID refund =
        UUID.nameUUIDFromBytes((event.id() + " interest").getBytes(StandardCharsets.UTF_8));
    return entry.event().equals(event.id()) || entry.event().equals(refund);
  }

  private void add(LoanEvent event, String type, String name) {
    events.add(event);
    transactions.add(event, type, name);
  }

  private UUID id() {
    sequence++;
    return new UUID(0, sequence);
  }

  private Money amount(JsonNode node) {
    return Money.of(node.path("amount").asString(), terms.currency());
  }

  private static String name(String type) {
    StringBuilder name = new StringBuilder();
    for (String word : List.of(type.split("_", -1))) {
      name.append(name.isEmpty() ? "" : " ").append(word.charAt(0));
      name.append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }
}
