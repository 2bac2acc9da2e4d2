package io.loanwright.notification;

/**
 * When a borrower is reminded, and in which words.
 *
 * @param days before the due date, or past due
 * @param subject may name {@code {name}}, {@code {loan}}, {@code {amount}}, {@code {due}} and
 *     {@code {lender}}, as the body may
 */
public record ReminderRule(Kind kind, int days, String subject, String body) {

  /** What a reminder is about. */
  public enum Kind {
    /** An installment falls due soon. */
    DUE_SOON,
    /** The oldest unpaid installment is past due. */
    OVERDUE
  }
}
