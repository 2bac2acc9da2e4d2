package io.loanwright.identity;

import io.loanwright.identity.session.Sessions;
import io.loanwright.mail.KeptMails;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes a borrower's account nobody's. */
@Component
public class UserErasure {

  private final UserRows rows;
  private final Sessions sessions;
  private final KeptMails mail;

  UserErasure(UserRows rows, Sessions sessions, KeptMails mail) {
    this.rows = rows;
    this.sessions = sessions;
    this.mail = mail;
  }

  /** Returns the ids of all mail to an account. */
  public List<UUID> mailTo(UUID userId) {
    return rows.find(userId).map(user -> mail.to(user.email())).orElse(List.of());
  }

  /**
   * Disables an account, ends its sessions, deletes mail to it and blanks what says whose it was,
   * in the caller's transaction.
   *
   * @throws IllegalStateException if the user is of the staff
   */
  public void erase(UUID userId) {
    UserAccount user = rows.lock(userId).orElseThrow();
    if (!user.role().equals(Role.BORROWER)) {
      throw new IllegalStateException("User " + userId + " is of the staff");
    }
    sessions.endAllOfDisabled(userId);
    sessions.forgetPlaces(userId);
    mail.forget(user.email());
    rows.erase(userId);
  }
}
