package io.loanwright.identity;

import io.loanwright.mail.Mail;
import io.loanwright.mail.Outbox;
import io.loanwright.organization.Organization;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The message that carries an invitation's link. */
@Component
class InvitationMail {

  private static final String SUBJECT = "Your account at ";

  private final Outbox outbox;
  private final Organization organization;

  InvitationMail(Outbox outbox, Organization organization) {
    this.outbox = outbox;
    this.organization = organization;
  }

  /**
   * Sends the link, in the caller's transaction.
   *
   * @return false if there is no mail server, so that somebody has to hand it over
   */
  boolean send(Invitation invitation, URI link, Duration life) {
    String name = organization.current().name();
    String text =
        """
        %s invites you to work with Loanwright at %s.

        Choose your password here:
        %s

        The link works once, for %d days. If you do not know what this is about, do nothing.
        """
            .formatted(invitation.invitedBy(), name, link, life.toDays());
    outbox.send(new Mail(invitation.email(), SUBJECT + name.replaceAll("\\R", " "), text), life);
    return outbox.delivers();
  }

  /** Wipes what was kept of it, in the caller's transaction: its link is dead. */
  void forget(Invitation invitation) {
    outbox.wipeKept(invitation.email(), SUBJECT);
  }
}
