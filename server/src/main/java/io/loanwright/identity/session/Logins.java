package io.loanwright.identity.session;

import io.loanwright.identity.Passwords;
import io.loanwright.identity.spi.BorrowerAccounts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Whose account is meant by what somebody types: an e-mail address or a username, and of borrowers
 * the phone number that is known of them.
 */
@Component
public class Logins {

  /** Digits, and what people put between them. */
  private static final Pattern PHONE = Pattern.compile("\\+?\\(?[0-9][0-9 ()./-]*+");

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  /** What is dialed before the calling code of another country, where no plus is. */
  private static final Pattern ABROAD = Pattern.compile("^00");

  private final SessionRows rows;
  private final BorrowerAccounts borrowers;
  private final Passwords passwords;

  Logins(SessionRows rows, BorrowerAccounts borrowers, Passwords passwords) {
    this.rows = rows;
    this.borrowers = borrowers;
    this.passwords = passwords;
  }

  /** Returns whom a login names that {@link #named} made. */
  Optional<SessionRows.Candidate> candidate(String login) {
    return rows.candidate(login);
  }

  /** Returns whether a password is somebody's; of nobody it is not, after the same work. */
  boolean isPassword(String typed, Optional<SessionRows.Candidate> user) {
    return passwords.matches(typed, user.map(SessionRows.Candidate::passwordHash).orElse(null));
  }

  /** Keeps the password of a user in the form of today, where it is kept in an earlier one. */
  void renew(SessionRows.Candidate user, String password) {
    passwords.renewed(password, user.passwordHash()).ifPresent(hash -> rows.keepAs(user, hash));
  }

  /**
   * Returns the e-mail address of the account for the phone number of a borrower. A number that
   * several of them have is nobody's, and of a number that is nobody's the digits are left, with a
   * sign that no username has: a number is one login, however it is written. Everything else is
   * returned as it is.
   *
   * @param typed without the space around it
   */
  public String named(String typed) {
    if (!PHONE.matcher(typed).matches() || rows.candidate(typed).isPresent()) {
      return typed;
    }
    String digits = ABROAD.matcher(NO_DIGIT.matcher(typed).replaceAll("")).replaceFirst("");
    List<String> emails = rows.emailsOfBorrowers(borrowers.byPhone(typed));
    return emails.size() == 1 ? emails.getFirst() : "+" + digits;
  }
}
