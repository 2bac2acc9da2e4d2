package io.loanwright.notification;

/**
 * When a borrower is reminded, or told of his loan, and in which words.
 *
 * @param days before the due date, or past due; 0 of what is told at once
 * @param subject may name {@code {name}}, {@code {loan}}, {@code {amount}}, {@code {penalties}},
 *     {@code {due}} and {@code {lender}}, as the body may
 */
public record ReminderRule(Kind kind, int days, String subject, String body) {

  /** What a reminder is about. */
  public enum Kind {
    /** An installment falls due soon. */
    DUE_SOON,
    /** The oldest unpaid installment is past due. */
    OVERDUE,
    /** The money went out. */
    PAID_OUT,
    /** A payment has paid the loan off. */
    SETTLED;

    /** Returns whether there are days to count until it is told. */
    public boolean countsDays() {
      return switch (this) {
        case DUE_SOON, OVERDUE -> true;
        case PAID_OUT, SETTLED -> false;
      };
    }
  }
}
