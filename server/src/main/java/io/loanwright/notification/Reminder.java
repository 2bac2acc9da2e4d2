package io.loanwright.notification;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A message about a loan.
 *
 * @param about the loan and what is due on it
 * @param madeOn the business date that it was made for
 * @param text as the rule had it on that day, with its names in braces
 */
public record Reminder(
    long id,
    ReminderRule.Kind kind,
    int days,
    About about,
    LocalDate madeOn,
    Text text,
    State state) {

  /** What has become of it. */
  public enum State {
    /** It can be read; it is not mailed. */
    SHOWN,
    /** It will be mailed in a moment. */
    WAITING,
    /** The outbox has it. */
    MAILED,
    /** The business date had moved before it was mailed, so it was not. */
    STALE
  }

  /**
   * The loan that it is about.
   *
   * @param dueOn when it is due, or was; of a payout and of a loan that is paid off their day
   * @param amount what falls due, what is past due, the principal that was paid out, or all that
   *     was paid
   * @param penalties what of it is penalties for lateness
   */
  public record About(
      UUID loanId,
      String loanNumber,
      UUID borrowerId,
      String borrowerName,
      LocalDate dueOn,
      Money amount,
      Money penalties) {}

  /** A subject and a body. */
  public record Text(String subject, String body) {}

  /** Returns the words with the names in braces filled in. */
  public Text filled(String lender) {
    return new Text(filled(text.subject(), lender), filled(text.body(), lender));
  }

  /** Each name is filled in once, so what a borrower is called is never read as one. */
  private String filled(String template, String lender) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
      int close = template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled
          .append(template, from, open)
          .append(value(template.substring(open, close + 1), lender));
      from = close + 1;
    }
    return filled.append(template.substring(from)).toString();
  }

  private String value(String name, String lender) {
    return switch (name) {
      case "{name}" -> about.borrowerName();
      case "{loan}" -> about.loanNumber();
      case "{amount}" -> words(about.amount());
      case "{penalties}" -> words(about.penalties());
      case "{due}" -> about.dueOn().toString();
      case "{lender}" -> lender;
      default -> name;
    };
  }

  private static String words(Money amount) {
    return amount.currency().code() + " " + amount.toDecimalString();
  }
}
