package io.loanwright.identity;

import io.loanwright.identity.session.Sessions;
import io.loanwright.mail.KeptMails;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands out what is kept of a borrower's account, and makes it nobody's. */
@Component
public class KeptAccounts {

  private static final String SIGNING_IN =
      """
      SELECT jsonb_build_object(
               'sessions', (SELECT coalesce(jsonb_agg(
                                     jsonb_build_object(
                                       'address', s.address, 'device', s.device,
                                       'created_at', s.created_at, 'last_used_at', s.last_used_at,
                                       'ended_at', s.ended_at, 'end_reason', s.end_reason)
                                     ORDER BY s.id), '[]')
                              FROM identity.session s
                             WHERE s.user_id = :user),
               'passkeys', (SELECT coalesce(jsonb_agg(
                                     jsonb_build_object(
                                       'name', p.name, 'host', p.rp_id,
                                       'created_at', p.created_at, 'last_used_at', p.last_used_at)
                                     ORDER BY p.id), '[]')
                              FROM identity.passkey p
                             WHERE p.user_id = :user),
               'warnings', (SELECT coalesce(jsonb_agg(
                                     jsonb_build_object('kind', w.kind, 'told_at', w.told_at)
                                     ORDER BY w.told_at, w.kind), '[]')
                              FROM identity.account_warning w
                             WHERE w.user_id = :user))::text
      """;

  private final JdbcClient jdbc;
  private final UserRows rows;
  private final InvitationRows invitations;
  private final Sessions sessions;
  private final KeptMails mail;

  KeptAccounts(
      JdbcClient jdbc,
      UserRows rows,
      InvitationRows invitations,
      Sessions sessions,
      KeptMails mail) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.invitations = invitations;
    this.sessions = sessions;
    this.mail = mail;
  }

  /** Returns where and with what somebody signed in, as JSON; nothing in it signs anybody in. */
  public String signingIn(UUID userId) {
    return jdbc.sql(SIGNING_IN).param("user", userId).query(String.class).single();
  }

  /** Returns the ids of all invitations of a borrower. */
  public List<UUID> invitations(UUID borrowerId) {
    return invitations.ofBorrower(borrowerId);
  }

  /** Blanks the addresses that a borrower was invited at, and takes back what is open. */
  public void forgetInvitations(UUID borrowerId) {
    invitations.forget(borrowerId);
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
