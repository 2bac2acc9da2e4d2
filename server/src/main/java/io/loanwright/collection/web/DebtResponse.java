package io.loanwright.collection.web;

import io.loanwright.arrears.ArrearsClass;
import io.loanwright.collection.Debt;
import io.loanwright.collection.Debts;
import io.loanwright.collection.NextAction;
import io.loanwright.collection.Promise;
import io.loanwright.engine.money.Split;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A loan past due. Amounts are in its currency.
 *
 * @param amount what is past due
 * @param dueOn the due date of the oldest installment that is not paid
 * @param installments how many installments are past due
 * @param outstanding what the schedule still asks for
 */
@Schema(name = "OverdueLoan")
record DebtResponse(
    UUID loanId,
    String loanNumber,
    UUID borrowerId,
    String borrowerName,
    @Schema(description = "Left out where the role does not see it (`borrower.pii_unmasked`)")
        @Nullable String phone,
    @Schema(description = "The last digits of the phone number, which tell people apart")
        @Nullable String phoneEnd,
    UUID branchId,
    @Schema(description = "Who looks after the loan") @Nullable UUID officerId,
    @Nullable String officerName,
    @Schema(description = "The code of the class of arrears on the day") String arrearsClass,
    String arrearsClassName,
    int daysPastDue,
    LocalDate dueOn,
    int installments,
    String amount,
    Parts parts,
    String outstanding,
    String currency,
    @Nullable LastPayment lastPayment,
    @Schema(description = "Left out for who does not work on arrears (`collection.queue`)")
        @Nullable Work work) {

  /** What is past due, part by part. */
  @Schema(name = "OverdueParts")
  record Parts(String principal, String interest, String fees, String penalties) {

    static Parts of(Split split) {
      return new Parts(
          split.principal().toDecimalString(),
          split.interest().toDecimalString(),
          split.fees().toDecimalString(),
          split.penalties().toDecimalString());
    }
  }

  /** The payment that was taken last. */
  @Schema(name = "LastPayment")
  record LastPayment(LocalDate on, String amount) {}

  /**
   * What was done about it, and what is next.
   *
   * @param contactedOn the day of the last contact
   */
  @Schema(name = "CollectionWork")
  record Work(
      @Schema(description = "Whose work it is: to whom it was handed, or else the loan's officer")
          @Nullable UUID assigneeId,
      @Nullable String assigneeName,
      @Schema(description = "Whether it was handed to somebody else than its officer")
          boolean handedOver,
      @Nullable LocalDate contactedOn,
      @Nullable PlannedAction nextAction,
      @Schema(description = "The last promise, whatever became of it")
          @Nullable LastPromise promise) {}

  /**
   * What is planned.
   *
   * @param on the day on which it is due
   */
  @Schema(name = "NextAction")
  record PlannedAction(NextAction.Kind kind, LocalDate on, @Nullable String note) {

    static @Nullable PlannedAction of(@Nullable NextAction next) {
      return next == null ? null : new PlannedAction(next.kind(), next.on(), next.note());
    }
  }

  /**
   * A promise in short.
   *
   * @param on the last day for the money to come
   */
  @Schema(name = "LastPromise")
  record LastPromise(UUID id, String amount, LocalDate on, Promise.State state) {}

  static DebtResponse of(Debt debt, Debts.Listed listed) {
    Debt.Loan loan = debt.loan();
    UUID officer = loan.officerId();
    LocalDate on = listed.on();
    LocalDate unpaidSince = debt.unpaidSince();
    ArrearsClass reached = listed.classes().of(debt.daysPastDue(on));
    Debt.Paid paid = debt.lastPayment();
    return new DebtResponse(
        loan.id(),
        loan.number(),
        loan.borrower().id(),
        loan.borrower().name(),
        loan.borrower().phone(),
        loan.borrower().phoneEnd(),
        loan.branchId(),
        officer,
        officer == null ? null : listed.names().get(officer),
        reached.code(),
        reached.name(),
        debt.daysPastDue(on),
        unpaidSince == null ? on : unpaidSince,
        debt.pastDue().installments(),
        debt.pastDue().parts().total().toDecimalString(),
        Parts.of(debt.pastDue().parts()),
        debt.outstanding().toDecimalString(),
        debt.outstanding().currency().code(),
        paid == null ? null : new LastPayment(paid.on(), paid.amount().toDecimalString()),
        debt.work() == null ? null : work(debt.work(), officer, listed));
  }

  private static Work work(Debt.Work work, @Nullable UUID officer, Debts.Listed listed) {
    UUID assignee = work.assignedTo() == null ? officer : work.assignedTo();
    Debt.Given promise = work.promise();
    return new Work(
        assignee,
        assignee == null ? null : listed.names().get(assignee),
        work.assignedTo() != null,
        work.contactedOn(),
        PlannedAction.of(work.next()),
        promise == null
            ? null
            : new LastPromise(
                promise.id(),
                promise.amount().toDecimalString(),
                promise.dueOn(),
                promise.state()));
  }
}
