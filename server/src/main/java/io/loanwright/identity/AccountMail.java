package io.loanwright.identity;

import io.loanwright.access.Origin;
import io.loanwright.mail.Mail;
import io.loanwright.mail.Outbox;
import io.loanwright.organization.Organization;
import io.loanwright.web.PublicAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What users are told of their own accounts by mail. */
@Component
public class AccountMail {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm z", Locale.ENGLISH);

  /** How long a message that only tells something is kept where there is no mail server. */
  private static final Duration TOLD = Duration.ofDays(30);

  private static final String PAGE = "/reset-password";

  private final Outbox outbox;
  private final Organization organization;
  private final PublicAddress address;
  private final Clock clock;

  AccountMail(Outbox outbox, Organization organization, PublicAddress address, Clock clock) {
    this.outbox = outbox;
    this.organization = organization;
    this.address = address;
    this.clock = clock;
  }

  /**
   * Sends what sets a forgotten password anew, in the caller's transaction.
   *
   * <p>The link is made of {@code LOANWRIGHT_PUBLIC_URL} alone. Whoever asks says by which host he
   * came, and a link to a host of his choice would bring him the token of somebody else; so without
   * that setting the mail has the token as a code to type. In a link it stands behind the #, which
   * no server and no log sees.
   */
  public void reset(UserAccount user, String token, Duration life, Origin origin) {
    String how =
        address
            .linkForOthers()
            .map(link ->
                "Choose a new one here:\n"
                    + link.path(PAGE).fragment("token=" + token).build().toUriString())
            .orElse(
                "Go to the page where you sign in, choose \"Forgotten your password?\" and then"
                    + " \"I have a code\". The code:\n"
                    + token);
    send(
        user,
        "Your password",
        """
        Somebody, at the address %s, says that you have forgotten your password at %s.

        %s

        This works once, for %d minutes. If it was not you, do nothing: your password stays as it is.
        """
            .formatted(origin.address(), name(), how, life.toMinutes()),
        life);
  }

  @EventListener
  void tell(PasswordChanged changed) {
    tell(
        changed.user(), "Your password was changed", "Your password was changed", changed.origin());
  }

  /** Tells a user that codes of an app are asked for beside the password now. */
  public void secondFactorAdded(UserAccount user, Origin origin) {
    tell(user, "A second factor was added", "A second factor was added to your account", origin);
  }

  /** Tells a user that the password is enough now. */
  public void secondFactorRemoved(UserAccount user, Origin origin) {
    tell(
        user,
        "Your second factor was removed",
        "The second factor of your account was removed",
        origin);
  }

  /** Tells a user that somebody who has a passkey gets in, without the password. */
  public void passkeyAdded(UserAccount user, String name, Origin origin) {
    tell(
        user,
        "A passkey was added",
        "The passkey \"" + plain(name) + "\" was added to your account",
        origin);
  }

  /** Tells a user that a passkey opens nothing any more. */
  public void passkeyRemoved(UserAccount user, String name, Origin origin) {
    tell(
        user,
        "A passkey was removed",
        "The passkey \"" + plain(name) + "\" of your account was removed",
        origin);
  }

  /** Tells a user that somebody types wrong passwords for his account. */
  void passwordGuessed(UserAccount user, Origin origin) {
    warn(
        user,
        "Somebody tries passwords",
        "Several wrong passwords were typed for your account",
        "Who types wrong ones has to wait longer and longer. If it was not you, choose a long"
            + " password that you use nowhere else, and add a second factor under \"Profile\".",
        origin);
  }

  /** Tells a user that somebody who knows his password types wrong codes. */
  void codesGuessed(UserAccount user, Origin origin) {
    warn(
        user,
        "Somebody tries codes",
        "Several wrong codes were typed for your account, by somebody who knows your password",
        "If it was not you, change your password at once.",
        origin);
  }

  /** Tells a user that a code that had let him in was shown once more. */
  void codeUsedTwice(UserAccount user, Origin origin) {
    warn(
        user,
        "A code was used twice",
        "A code that was used already was typed once more for your account, by somebody who knows"
            + " your password",
        "It was refused. If it was not you, somebody has seen your code: change your password at"
            + " once.",
        origin);
  }

  private void warn(UserAccount user, String subject, String what, String advice, Origin origin) {
    send(
        user,
        subject,
        """
        %s at %s, on %s, from the address %s.

        %s You are told of this once a day at most.
        """
            .formatted(what, name(), now(), origin.address(), advice),
        TOLD);
  }

  private String now() {
    return MOMENT.format(clock.instant().atZone(organization.current().timeZone()));
  }

  private static String plain(String name) {
    return name.replaceAll("\\R", " ");
  }

  private void tell(UserAccount user, String subject, String what, Origin origin) {
    send(
        user,
        subject,
        """
        %s at %s, on %s, from the address %s.

        If it was not you, tell your administrator at once.
        """
            .formatted(what, name(), now(), origin.address()),
        TOLD);
  }

  private void send(UserAccount user, String subject, String text, Duration useful) {
    outbox.send(new Mail(user.email(), subject + " at " + name(), text), useful);
  }

  private String name() {
    return organization.current().name().replaceAll("\\R", " ");
  }
}
