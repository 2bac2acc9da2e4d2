package io.loanwright.live.book;

import io.loanwright.access.Caller;
import io.loanwright.copy.CopiedRows;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.loan.ApprovalStep;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Happening;
import io.loanwright.loan.LivedLoan;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Progress;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.ScheduleRow;
import io.loanwright.loan.rule.PostingRules;
import io.loanwright.loan.store.ScheduleVersionStore;
import io.loanwright.payment.Payment;
import io.loanwright.payment.ReceiptFacts;
import io.loanwright.payment.ReceiptHeading;
import io.loanwright.payment.ReceiptNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rows that lives leave, gathered by table. */
final class BookRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CopiedRows borrowers =
      into(
          "borrower.borrower",
          "id, number, kind, name, phone, email, date_of_birth, address, monthly_income_minor, "
              + "income_currency, branch_id, officer_id, status, created_at");
  private final CopiedRows loans =
      into(
          "loan.loan",
          "id, number, borrower_id, product_id, product_version, branch_id, officer_id, currency, "
              + "status, closed_reason, terms_id, requested_minor, approved_minor, disbursed_minor, "
              + "purpose, applied_by, applied_by_name, applied_on, applied_at, approved_on, "
              + "disbursed_on, closed_on, ended_reason, defaulted, principal_outstanding_minor, "
              + "interest_outstanding_minor, fees_outstanding_minor, penalties_outstanding_minor, "
              + "principal_paid_minor, interest_paid_minor, fees_paid_minor, penalties_paid_minor, "
              + "oldest_unpaid_due_on, oldest_unpaid_minor, last_due_on, worked_out_on, "
              + "event_count, next_change_on, version");
  private final CopiedRows approvals =
      into(
          "loan.approval",
          "loan_id, step, role, limit_minor, decision, approved_minor, decided_by, "
              + "decided_by_name, decided_at, note");
  private final CopiedRows events =
      into(
          "loan.event",
          "loan_id, sequence, id, kind, value_date, recorded_at, recorded_by, recorded_by_name, "
              + "amount_minor, payload, reverses");
  private final CopiedRows splits =
      into(
          "loan.event_split",
          "loan_id, event_id, principal_minor, interest_minor, fees_minor, penalties_minor, "
              + "excess_minor");
  private final CopiedRows installments =
      into(
          "loan.installment",
          "loan_id, number, due_on, principal_minor, interest_minor, fees_minor, penalties_minor, "
              + "paid_principal_minor, paid_interest_minor, paid_fees_minor, paid_penalties_minor, "
              + "completed_on");
  private final CopiedRows schedules =
      into("loan.schedule_version", "loan_id, version, kind, made_on, rows");
  private final CopiedRows defaults =
      into("loan.default_mark", "loan_id, defaulted, marked_on, recorded_at");
  private final CopiedRows payments =
      into(
          "payment.payment",
          "id, loan_id, loan_number, borrower_id, branch_id, officer_id, receipt_number, "
              + "receipt_sequence, amount_minor, currency, paid_on, channel, reference, status, "
              + "recorded_by, recorded_by_name, recorded_at, reversed_by, reversed_by_name, "
              + "reversed_at, reversed_on, reversal_reason");
  private final CopiedRows receipts =
      into("payment.receipt", "number, payment_id, facts, issued_at");
  private final CopiedRows wallets =
      into("ledger.wallet", "id, kind, owner_id, currency, account_id, balance_minor");
  private final CopiedRows entries =
      into(
          "ledger.journal_entry",
          "id, business_date, branch_id, description, source_type, source_id, corrects, lines, "
              + "recorded_at, recorded_by");
  private final CopiedRows lines =
      into(
          "ledger.journal_line",
          "entry_id, line, account_id, side, currency, amount_minor, business_date, loan_id");
  private final CopiedRows trail =
      into(
          "audit.event",
          "id, recorded_at, actor_id, actor_name, actor_role, branch_id, address, device, action, "
              + "result, subject_type, subject_id, subject_label, before, after, reason");
  private final CopiedRows unsealed = into("audit.unsealed", "record_id, kind");

  private final Lending lending;
  private final Map<LoanTerms, Integer> termsIds;

  /**
   * Begins with none.
   *
   * @param termsIds what the terms of all offers are known by
   */
  BookRows(Lending lending, Map<LoanTerms, Integer> termsIds) {
    this.lending = lending;
    this.termsIds = termsIds;
  }

  private int termsId(LoanTerms terms) {
    return Objects.requireNonNull(termsIds.get(terms));
  }

  private static CopiedRows into(String table, String columns) {
    return new CopiedRows("COPY %s (%s) FROM STDIN".formatted(table, columns));
  }

  /** Writes all rows, in the transaction of the connection, and returns how many. */
  long writeTo(Connection connection) throws SQLException {
    long count = 0;
    for (CopiedRows table :
        List.of(
            borrowers,
            loans,
            approvals,
            events,
            splits,
            installments,
            schedules,
            defaults,
            payments,
            receipts,
            wallets,
            entries,
            lines,
            trail,
            unsealed)) {
      count += table.writeTo(connection);
    }
    return count;
  }

  void borrower(BorrowerLife.Person person, Parties parties, Caller officer, Acts acts) {
    String kind = person.isFirm() ? "ORGANIZATION" : "PERSON";
    borrowers.add(
        parties.borrowerId(),
        person.number(),
        kind,
        person.name(),
        person.phone(),
        person.email(),
        person.bornOn(),
        person.address(),
        person.income().minor(),
        person.income().currency().code(),
        parties.branchId(),
        parties.officerId(),
        "ACTIVE",
        acts.now());
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("kind", kind);
    after.put("name", person.name());
    after.put("phone", person.phone());
    after.put("email", person.email());
    after.put("dateOfBirth", person.bornOn());
    after.put("address", person.address());
    after.put("monthlyIncome", person.income().toString());
    after.put("branchId", parties.branchId());
    after.put("officerId", parties.officerId());
    after.put("userId", null);
    after.put("status", "ACTIVE");
    deed(
        acts,
        officer,
        "borrower.create",
        "borrower",
        parties.borrowerId(),
        person.number() + " " + person.name(),
        new Change(null, after, null));
  }

  /** What a deed changed, and why. */
  private record Change(@Nullable Object before, @Nullable Object after, @Nullable String reason) {}

  void deed(
      Acts acts,
      Caller by,
      String action,
      Loan loan,
      @Nullable Object before,
      @Nullable Object after,
      @Nullable String reason) {
    Change change = new Change(before, after, reason);
    deed(acts, by, action, "loan", loan.id(), loan.number(), change);
  }

  private void deed(
      Acts acts,
      Caller by,
      String action,
      String subject,
      UUID subjectId,
      String label,
      Change change) {
    UUID id = acts.id();
    trail.add(
        id,
        acts.now(),
        by.userId(),
        by.name(),
        by.role(),
        by.branchId(),
        by.origin().address(),
        by.origin().device(),
        action,
        "DONE",
        subject,
        subjectId,
        label,
        change.before() == null ? null : JSON.writeValueAsString(change.before()),
        change.after() == null ? null : JSON.writeValueAsString(change.after()),
        change.reason());
    unsealed.add(id, "trail");
  }

  void wallet(UUID id, UUID borrower, Currency currency, long minor) {
    UUID account = lending.accounts().get(ChartPreset.wallets());
    wallets.add(id, "BORROWER", borrower, currency.code(), account, minor);
  }

  void defaulted(UUID loan, LocalDate on, Instant at) {
    defaults.add(loan, true, on, at);
  }

  void schedule(UUID loan, int version, String kind, LocalDate madeOn, Schedule schedule) {
    schedules.add(loan, version, kind, madeOn, ScheduleVersionStore.json(schedule));
  }

  /**
   * Adds a loan with all that follows from its events.
   *
   * @param saves how often its row was changed
   */
  void loan(LivedLoan lived, List<ApprovalStep> steps, int saves) {
    row(lived.loan(), saves);
    UUID id = lived.loan().id();
    steps.forEach(step -> approval(id, step));
    lived.events().forEach(event -> event(id, event));
    for (EventSplit split : lived.splits()) {
      Split parts = split.split();
      splits.add(
          id,
          split.eventId(),
          parts.principal().minor(),
          parts.interest().minor(),
          parts.fees().minor(),
          parts.penalties().minor(),
          split.excess().minor());
    }
    lived.installments().forEach(row -> installment(id, row));
    Map<UUID, RecordedEvent> events = new HashMap<>();
    lived.events().forEach(event -> events.put(event.id(), event));
    lived.entries().forEach(entry -> entry(entry, events));
  }

  private void row(Loan loan, int saves) {
    LoanState.Approved approved = loan.state().approval();
    LoanState.Active active = loan.state().disbursement();
    LoanState.Closed closed = loan.state() instanceof LoanState.Closed found ? found : null;
    Progress progress = loan.progress();
    Split owed = progress.outstanding();
    Split paid = progress.paid();
    loans.add(
        loan.id(),
        loan.number(),
        loan.parties().borrowerId(),
        loan.application().productId(),
        loan.application().productVersion(),
        loan.parties().branchId(),
        loan.parties().officerId(),
        loan.currency().code(),
        loan.state().status(),
        closed == null ? null : closed.reason(),
        termsId(loan.terms()),
        loan.application().requested().minor(),
        approved == null ? null : approved.amount().minor(),
        active == null ? null : active.principal().minor(),
        loan.application().purpose(),
        loan.application().by().id(),
        loan.application().by().name(),
        loan.application().on(),
        loan.application().at(),
        approved == null ? null : approved.on(),
        active == null ? null : active.on(),
        closed == null ? null : closed.on(),
        loan.state().endedReason(),
        loan.standing().defaulted(),
        owed.principal().minor(),
        owed.interest().minor(),
        owed.fees().minor(),
        owed.penalties().minor(),
        paid.principal().minor(),
        paid.interest().minor(),
        paid.fees().minor(),
        paid.penalties().minor(),
        progress.oldestUnpaidOn(),
        progress.oldestUnpaid().minor(),
        progress.lastDueOn(),
        progress.asOf(),
        progress.events(),
        progress.nextChangeOn(),
        saves);
  }

  private void approval(UUID loan, ApprovalStep step) {
    ApprovalStep.Decision decision = step.decision();
    Money limit = step.limit();
    approvals.add(
        loan,
        step.step(),
        step.role(),
        limit == null ? null : limit.minor(),
        switch (decision) {
          case null -> "PENDING";
          case ApprovalStep.Approve _ -> "APPROVED";
          case ApprovalStep.Reject _ -> "REJECTED";
        },
        decision instanceof ApprovalStep.Approve approve ? approve.amount().minor() : null,
        decision == null ? null : decision.by().id(),
        decision == null ? null : decision.by().name(),
        decision == null ? null : decision.at(),
        decision == null ? null : decision.note());
  }

  private void event(UUID loan, RecordedEvent event) {
    events.add(
        loan,
        event.sequence(),
        event.id(),
        event.what().kind(),
        event.on(),
        event.recordedAt(),
        event.recordedBy().id(),
        event.recordedBy().name(),
        event.what().money().minor(),
        JSON.writeValueAsString(payload(event.what())),
        event.what() instanceof Happening.Reversal reversal ? reversal.event() : null);
  }

  /** As EventStore keeps it. */
  private static Map<String, Object> payload(Happening what) {
    Map<String, Object> payload = new LinkedHashMap<>();
    if (what instanceof Happening.Repayment repayment) {
      payload.put("channel", repayment.channel());
      payload.put("reference", repayment.reference());
      payload.put("targetInstallment", repayment.targetInstallment());
    } else if (what instanceof Happening.Reversal reversal) {
      payload.put("reason", reversal.reason());
    }
    return payload;
  }

  private void installment(UUID loan, ScheduleRow row) {
    installments.add(
        loan,
        row.number(),
        row.dueOn(),
        row.due().principal().minor(),
        row.due().interest().minor(),
        row.due().fees().minor(),
        row.due().penalties().minor(),
        row.paid().principal().minor(),
        row.paid().interest().minor(),
        row.paid().fees().minor(),
        row.paid().penalties().minor(),
        row.completedOn());
  }

  private void entry(NewEntry entry, Map<UUID, RecordedEvent> events) {
    RecordedEvent event = events.get(entry.id());
    if (event == null) {
      throw new IllegalStateException("An entry puts another right: " + entry);
    }
    entries.add(
        entry.id(),
        entry.on(),
        entry.branchId(),
        entry.description(),
        entry.source().type(),
        entry.source().id(),
        entry.corrects(),
        entry.lines().size(),
        event.recordedAt(),
        event.recordedBy().id());
    int number = 0;
    for (Line line : entry.lines()) {
      number++;
      lines.add(
          entry.id(),
          number,
          lending.accounts().get(line.accountCode()),
          line.side().code(),
          line.amount().currency().code(),
          line.amount().minor(),
          entry.on(),
          line.loanId());
    }
    unsealed.add(entry.id(), "journal");
  }

  /** Adds a payment with its receipt, which nobody has printed. */
  void payment(
      LivedLoan lived, LoanLife.Taken taken, LoanLife.Who who, Payment.@Nullable Reversal back) {
    Loan loan = lived.loan();
    RecordedEvent event = taken.event();
    Payment payment =
        new Payment(
            event.id(),
            new Payment.PaidLoan(loan.id(), loan.number(), loan.parties()),
            ReceiptNumber.of(loan.number(), taken.receipt()),
            new Payment.Tender(
                taken.what().amount(),
                event.on(),
                taken.what().channel(),
                taken.what().reference(),
                taken.what().targetInstallment()),
            PostingRules.split(taken.after(), event).orElseThrow(),
            new Payment.Taken(event.recordedBy(), event.recordedAt()),
            back);
    ReceiptHeading heading =
        new ReceiptHeading(
            taken.receipt(), lending.name(), who.desk().name(), who.borrower(), lending.timeZone());
    ReceiptFacts facts = ReceiptFacts.of(heading, payment, taken.after().payoff().total());
    row(payment);
    receipts.add(
        payment.receipt().text(),
        payment.id(),
        JSON.writeValueAsString(facts),
        payment.taken().at());
  }

  private void row(Payment payment) {
    Payment.Reversal back = payment.reversal();
    payments.add(
        payment.id(),
        payment.loan().id(),
        payment.loan().number(),
        payment.loan().parties().borrowerId(),
        payment.loan().parties().branchId(),
        payment.loan().parties().officerId(),
        payment.receipt().text(),
        payment.receipt().sequence(),
        payment.money().amount().minor(),
        payment.money().amount().currency().code(),
        payment.money().on(),
        payment.money().channel(),
        payment.money().reference(),
        payment.status(),
        payment.taken().by().id(),
        payment.taken().by().name(),
        payment.taken().at(),
        back == null ? null : back.by().id(),
        back == null ? null : back.by().name(),
        back == null ? null : back.at(),
        back == null ? null : back.on(),
        back == null ? null : back.reason());
  }
}
