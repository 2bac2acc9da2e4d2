package io.loanwright.borrower;

import io.loanwright.engine.money.Money;
import io.loanwright.web.Texts;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a borrower.
 *
 * @param name 1 to {@value #NAME_MAX} characters
 * @param phone as it was given, with a digit in it, at most {@value #PHONE_MAX} characters
 * @param email at most {@value #EMAIL_MAX} characters
 * @param dateOfBirth of a person; of a firm, the day of its founding
 * @param address at most {@value #ADDRESS_MAX} characters
 * @param monthlyIncome not negative, in the organization's currency
 */
public record Particulars(
    Kind kind,
    String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable LocalDate dateOfBirth,
    @Nullable String address,
    @Nullable Money monthlyIncome) {

  /** The longest name. */
  public static final int NAME_MAX = 200;

  /** The longest phone number. */
  public static final int PHONE_MAX = Texts.PHONE_MAX;

  /** The longest e-mail address. */
  public static final int EMAIL_MAX = 254;

  /** The longest address. */
  public static final int ADDRESS_MAX = 500;

  /**
   * Nowhere is anybody younger bound by a contract that he signs himself; in most places it takes
   * two years more, which the lender knows. A later date of birth is a slip of the keyboard.
   */
  public static final int AGE_MIN = 16;

  /** How many digits of a phone number those see who do not see the number. */
  public static final int PHONE_END = 3;

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  /** What borrows. */
  public enum Kind {
    /** A human being. */
    PERSON,
    /** A firm, a group, a cooperative. */
    ORGANIZATION
  }

  /**
   * Checks the particulars.
   *
   * @throws IllegalArgumentException if a text is blank or too long, a phone number has no digit or
   *     the income is negative
   */
  public Particulars {
    requireText("name", name, NAME_MAX);
    requireText("phone", phone, PHONE_MAX);
    requireText("email", email, EMAIL_MAX);
    requireText("address", address, ADDRESS_MAX);
    if (phone != null && phone.chars().noneMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("A phone number has digits: " + phone);
    }
    if (monthlyIncome != null && monthlyIncome.isNegative()) {
      throw new IllegalArgumentException("An income is not negative: " + monthlyIncome);
    }
  }

  /** Returns a person of whom nothing but the name is known. */
  public static Particulars ofPerson(String name) {
    return new Particulars(Kind.PERSON, name, null, null, null, null, null);
  }

  /** Returns the same with another phone number and e-mail address, or without them. */
  public Particulars withContact(@Nullable String newPhone, @Nullable String newEmail) {
    return new Particulars(kind, name, newPhone, newEmail, dateOfBirth, address, monthlyIncome);
  }

  /** Returns the first day on which it can owe anything; null where that is not known. */
  public @Nullable LocalDate borrowsFrom() {
    if (dateOfBirth == null) {
      return null;
    }
    return switch (kind) {
      case PERSON -> dateOfBirth.plusYears(AGE_MIN);
      case ORGANIZATION -> dateOfBirth;
    };
  }

  /** Returns what those see who may not see how it is reached and what it earns. */
  public Particulars masked() {
    return new Particulars(kind, name, null, null, null, null, null);
  }

  /** Returns the last digits of the phone number; null without one. */
  public @Nullable String phoneEnd() {
    if (phone == null) {
      return null;
    }
    String digits = NO_DIGIT.matcher(phone).replaceAll("");
    return digits.substring(Math.max(0, digits.length() - PHONE_END));
  }

  private static void requireText(String what, @Nullable String text, int max) {
    if (text != null && (text.isBlank() || text.length() > max)) {
      throw new IllegalArgumentException(
          "A borrower's %s has 1 to %d characters".formatted(what, max));
    }
  }
}
