package io.loanwright.loan.store;

import io.loanwright.copy.CopiedRows;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.FrozenSchedule;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Progress;
import io.loanwright.loan.RecordedEvent;
import io.loanwright.loan.ScheduleRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows of many loans, gathered before they are written together by {@link LoanBatches}: of new
 * loans all rows, of loans that were there what was added to them.
 */
public final class LoanBatch {

  private final CopiedRows loans =
      new CopiedRows(
          """
          COPY loan.loan
               (id, number, borrower_id, product_id, product_version, branch_id, officer_id,
                currency, status, closed_reason, terms_id, requested_minor, approved_minor,
                disbursed_minor, purpose, applied_by, applied_by_name, applied_on, applied_at,
                approved_on, disbursed_on, closed_on, written_off_on, ended_reason, defaulted,
                principal_outstanding_minor, interest_outstanding_minor, fees_outstanding_minor,
                penalties_outstanding_minor, principal_paid_minor, interest_paid_minor,
                fees_paid_minor, penalties_paid_minor, oldest_unpaid_due_on, oldest_unpaid_minor,
                last_due_on, worked_out_on, event_count, next_change_on, version)
          FROM STDIN
          """);
  private final CopiedRows owing =
      new CopiedRows("COPY loan.owed (loan_id, owed_minor) FROM STDIN");
  private final CopiedRows schedules =
      new CopiedRows(
          "COPY loan.schedule_version (loan_id, version, kind, made_on, rows) FROM STDIN");
  private final CopiedRows events =
      new CopiedRows(
          """
          COPY loan.event
               (loan_id, sequence, id, kind, value_date, recorded_at, recorded_by,
                recorded_by_name, amount_minor, payload, reverses)
          FROM STDIN
          """);
  private final CopiedRows splits =
      new CopiedRows(
          """
          COPY loan.event_split
               (loan_id, event_id, principal_minor, interest_minor, fees_minor, penalties_minor,
                excess_minor)
          FROM STDIN
          """);
  private final CopiedRows installments =
      new CopiedRows(
          """
          COPY loan.installment
               (loan_id, number, due_on, principal_minor, interest_minor, fees_minor,
                penalties_minor, paid_principal_minor, paid_interest_minor, paid_fees_minor,
                paid_penalties_minor, completed_on, accrues_from)
          FROM STDIN
          """);
  private final CopiedRows marks =
      new CopiedRows(
          "COPY loan.default_mark (loan_id, defaulted, marked_on, recorded_at) FROM STDIN");
  private final CopiedRows unseen =
      new CopiedRows(
          """
          COPY loan.accrual_unseen
               (loan_id, branch_id, sequence, receivable_minor, opened_minor)
          FROM STDIN
          """);
  private final CopiedRows falling =
      new CopiedRows(
          """
          COPY loan.due_change
               (due_on, currency, branch_id, officer_id, due_minor, unpaid_minor, unpaid)
          FROM STDIN
          """);

  private final List<Added> added = new ArrayList<>();
  private final List<KeptRows> kept = new ArrayList<>();
  private final Map<DueWith, long[]> due = new HashMap<>();

  /** What falls due with whom on a day. */
  private record DueWith(LocalDate on, String currency, UUID branchId, @Nullable UUID officerId) {}

  /**
   * A loan that was there, as it stands now.
   *
   * @param saves how many events it got
   */
  record KeptRows(Loan loan, int saves, List<ScheduleRow> rows, List<EventSplit> splits) {}

  private record Added(Loan loan, int version) {}

  /** Adds a new loan in the state that it has come to. */
  public void add(Loan loan, int version) {
    added.add(new Added(loan, version));
    owing.add(loan.id(), loan.progress().outstanding().total().minor());
  }

  /**
   * Adds a schedule of a new loan as it was shown.
   *
   * @param version its place among the schedules of the loan, from 1
   */
  public void freeze(UUID loanId, int version, FrozenSchedule frozen) {
    schedules.add(
        loanId,
        version,
        frozen.kind(),
        frozen.madeOn(),
        ScheduleVersionStore.json(frozen.schedule()));
  }

  /** Adds an event of a loan. */
  public void append(UUID loanId, RecordedEvent event) {
    events.add(
        loanId,
        event.sequence(),
        event.id(),
        event.what().kind(),
        event.on(),
        event.recordedAt(),
        event.recordedBy().id(),
        event.recordedBy().name(),
        event.what().money().minor(),
        EventStore.json(event.what()),
        null);
  }

  /** Adds the installments of a new loan, and the splits of its events. */
  public void fill(Loan loan, List<ScheduleRow> rows, List<EventSplit> changed) {
    for (ScheduleRow row : rows) {
      Split asked = row.due();
      Split paid = row.paid();
      installments.add(
          loan.id(),
          row.number(),
          row.dueOn(),
          asked.principal().minor(),
          asked.interest().minor(),
          asked.fees().minor(),
          asked.penalties().minor(),
          paid.principal().minor(),
          paid.interest().minor(),
          paid.fees().minor(),
          paid.penalties().minor(),
          row.completedOn(),
          row.accruesFrom());
      if (!(loan.state() instanceof LoanState.WrittenOff)) {
        long whole = asked.total().minor();
        long[] sums =
            due.computeIfAbsent(
                new DueWith(
                    row.dueOn(),
                    loan.currency().code(),
                    loan.parties().branchId(),
                    loan.parties().officerId()),
                _ -> new long[3]);
        sums[0] = Math.addExact(sums[0], whole);
        long unpaid = whole - paid.total().minor();
        sums[1] = Math.addExact(sums[1], unpaid);
        sums[2] += unpaid > 0 ? 1 : 0;
      }
    }
    for (EventSplit split : changed) {
      splits.add(
          loan.id(),
          split.eventId(),
          split.split().principal().minor(),
          split.split().interest().minor(),
          split.split().fees().minor(),
          split.split().penalties().minor(),
          split.excess().minor());
    }
  }

  /**
   * Keeps a loan that was there as it stands now, in place of its installments and of the splits of
   * the same events.
   *
   * @param saves how many events it got
   */
  public void keep(Loan loan, int saves, List<ScheduleRow> rows, List<EventSplit> changed) {
    kept.add(new KeptRows(loan, saves, rows, changed));
  }

  /** Adds that a mark of default was made or taken away. */
  public void mark(UUID loanId, boolean defaulted, LocalDate on, Instant at) {
    marks.add(loanId, defaulted, on, at);
  }

  /** Adds that a close has not seen an event yet, as {@link AccrualStore#note} does. */
  public void note(Loan loan, RecordedEvent event, long receivableMinor, long openedMinor) {
    unseen.add(
        loan.id(), loan.parties().branchId(), event.sequence(), receivableMinor, openedMinor);
  }

  List<UUID> added() {
    return added.stream().map(each -> each.loan().id()).toList();
  }

  List<KeptRows> kept() {
    return kept;
  }

  /**
   * Writes all but what is kept, in an order that keys between tables allow.
   *
   * @param termsIds what terms are known by
   */
  void write(JdbcOperations jdbc, ToIntFunction<LoanTerms> termsIds) {
    Map<LoanTerms, Integer> known = new HashMap<>();
    for (Added each : added) {
      LoanTerms terms = each.loan().terms();
      row(each.loan(), each.version(), known.computeIfAbsent(terms, termsIds::applyAsInt));
    }
    due.forEach((with, sums) -> {
      if (sums[0] != 0 || sums[1] != 0 || sums[2] != 0) {
        falling.add(
            with.on(),
            with.currency(),
            with.branchId(),
            with.officerId(),
            sums[0],
            sums[1],
            sums[2]);
      }
    });
    for (CopiedRows rows :
        List.of(loans, owing, schedules, events, splits, installments, marks, unseen, falling)) {
      rows.write(jdbc);
    }
  }

  private void row(Loan loan, int version, int termsId) {
    LoanState.Approved approved = loan.state().approval();
    LoanState.Active active = loan.state().disbursement();
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
        LoanColumns.closedReason(loan.state()),
        termsId,
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
        loan.state() instanceof LoanState.Closed closed ? closed.on() : null,
        loan.state() instanceof LoanState.WrittenOff off ? off.on() : null,
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
        version);
  }
}
