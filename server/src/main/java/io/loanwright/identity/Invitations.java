package io.loanwright.identity;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.web.Ids;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * How staff come in: an administrator invites an e-mail address into a role and a branch, and
 * whoever holds the link becomes that user. A borrower is invited by whoever keeps him, and becomes
 * the account of that borrower.
 *
 * <p>A link works once, for a week, and no longer after it was taken back or sent again; a
 * borrower's only while he is not blocked and the address that it went to is the one known of him.
 */
@Component
public class Invitations {

  /** How long a link can be used. */
  public static final Duration LIFE = Duration.ofDays(7);

  private final InvitationRows rows;
  private final Users users;
  private final Invitees invitees;
  private final InvitationMail mail;
  private final AuditTrail trail;
  private final Clock clock;

  Invitations(
      InvitationRows rows,
      Users users,
      Invitees invitees,
      InvitationMail mail,
      AuditTrail trail,
      Clock clock) {
    this.rows = rows;
    this.users = users;
    this.invitees = invitees;
    this.mail = mail;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Returns invitations, newest first.
   *
   * @param olderThan the last one of the page before; null for the first page
   */
  public List<Invitation> list(@Nullable UUID olderThan, int limit) {
    return rows.list(clock.instant(), olderThan, limit);
  }

  /**
   * Invites somebody to the staff.
   *
   * @param branchId null for the inviter's branch, or the main one if he has none
   * @param link makes the address that accepts out of a token
   */
  @Transactional
  public InvitationOutcome invite(
      Caller caller,
      String email,
      String role,
      @Nullable UUID branchId,
      Function<String, URI> link) {
    return invitees.staff(caller, email, role, branchId, invitee -> made(caller, invitee, link));
  }

  /**
   * Invites a borrower whom the caller keeps to an account of his own, at the address that is known
   * of him.
   *
   * @param link makes the address that accepts out of a token
   */
  @Transactional
  public InvitationOutcome inviteBorrower(
      Caller caller, UUID borrowerId, Function<String, URI> link) {
    return invitees.borrower(caller, borrowerId, invitee -> made(caller, invitee, link));
  }

  private InvitationOutcome made(
      Caller caller, Invitees.Invitee wanted, Function<String, URI> link) {
    Instant now = clock.instant();
    if (users.isEmailTaken(wanted.email())) {
      return new InvitationOutcome.EmailTaken(wanted.email());
    }
    if (wanted.borrowerId() != null) {
      takeBackElsewhere(caller, wanted.borrowerId(), wanted.email(), now);
    }
    if (rows.isOpenFor(wanted.email(), wanted.borrowerId(), now)) {
      return new InvitationOutcome.OpenAlready(wanted.email());
    }
    Invitation invitation =
        new Invitation(
            Ids.next(),
            wanted.email(),
            wanted.role(),
            wanted.branchId(),
            wanted.borrowerId(),
            caller.name(),
            now,
            now.plus(LIFE),
            Invitation.Status.OPEN);
    String token = SecretToken.next();
    rows.insert(invitation, caller.userId(), SecretToken.hash(token));
    trail.record(caller, "invitation.create", subject(invitation), null, shown(invitation), null);
    return handOver(invitation, token, link);
  }

  /** An address that was corrected is not the borrower's: whoever has the link there is not he. */
  private void takeBackElsewhere(Caller caller, UUID borrowerId, String email, Instant now) {
    for (Invitation old : rows.openElsewhere(borrowerId, email, now)) {
      takeBack(caller, old, now);
    }
  }

  private void takeBack(Caller caller, Invitation invitation, Instant now) {
    rows.revoke(invitation.id(), now);
    mail.forget(invitation);
    trail.record(caller, "invitation.revoke", subject(invitation), shown(invitation), null, null);
  }

  /** Sends an invitation again with a new link and a new week; the old link is dead. */
  @Transactional
  public InvitationOutcome resend(Caller caller, UUID id, Function<String, URI> link) {
    Instant now = clock.instant();
    Optional<Invitation> found = rows.lock(id, now);
    if (found.isEmpty()) {
      return new InvitationOutcome.Unknown();
    }
    return isEnded(found.get())
        ? new InvitationOutcome.Ended(found.get().status())
        : renewed(caller, found.get(), now, link);
  }

  /**
   * Sends a borrower's invitation again, with a new link and a new week, for whoever may invite
   * him.
   */
  @Transactional
  public InvitationOutcome resendToBorrower(
      Caller caller, UUID borrowerId, Function<String, URI> link) {
    Instant now = clock.instant();
    return invitees.borrower(
        caller,
        borrowerId,
        invitee ->
            rows.lockWaiting(borrowerId, invitee.email(), now)
                .map(waiting -> renewed(caller, waiting, now, link))
                .orElseGet(InvitationOutcome.Unknown::new));
  }

  private InvitationOutcome renewed(
      Caller caller, Invitation invitation, Instant now, Function<String, URI> link) {
    mail.forget(invitation);
    String token = SecretToken.next();
    rows.renew(invitation.id(), SecretToken.hash(token), now.plus(LIFE));
    Invitation renewed = rows.lock(invitation.id(), now).orElseThrow();
    trail.record(caller, "invitation.resend", subject(renewed), null, shown(renewed), null);
    return handOver(renewed, token, link);
  }

  /** Takes an invitation back. */
  @Transactional
  public InvitationOutcome revoke(Caller caller, UUID id) {
    Instant now = clock.instant();
    Optional<Invitation> found = rows.lock(id, now);
    if (found.isEmpty()) {
      return new InvitationOutcome.Unknown();
    }
    if (isEnded(found.get())) {
      return new InvitationOutcome.Ended(found.get().status());
    }
    takeBack(caller, found.get(), now);
    return new InvitationOutcome.Invited(rows.lock(id, now).orElseThrow(), null);
  }

  /**
   * Returns what a borrower whom the caller may invite was invited to and did not accept, which may
   * be at another address than is known of him by now; nothing if there is no such borrower.
   */
  @Transactional(readOnly = true)
  public Optional<List<Invitation>> ofBorrower(Caller caller, UUID borrowerId) {
    return invitees.sees(caller, borrowerId)
        ? Optional.of(rows.waiting(borrowerId, clock.instant()).stream().toList())
        : Optional.empty();
  }

  /** Takes a borrower's invitation back, for whoever may invite him. */
  @Transactional
  public InvitationOutcome revokeOfBorrower(Caller caller, UUID borrowerId) {
    Instant now = clock.instant();
    Optional<Invitation> found =
        invitees.holds(caller, borrowerId) ? rows.lockWaiting(borrowerId, now) : Optional.empty();
    return found.isPresent() ? revoke(caller, found.get().id()) : new InvitationOutcome.Unknown();
  }

  /**
   * An invitation that can be accepted.
   *
   * @param name what the borrower is called who was invited; null for the staff
   */
  public record Opened(Invitation invitation, @Nullable String name) {}

  /** Returns the invitation that a token can accept. */
  @Transactional
  public Optional<Opened> open(String token) {
    return rows.lockByToken(SecretToken.hash(token), clock.instant())
        .filter(invitation -> invitation.status() == Invitation.Status.OPEN)
        .flatMap(this::opened);
  }

  private Optional<Opened> opened(Invitation invitation) {
    UUID borrowerId = invitation.borrowerId();
    return borrowerId == null
        ? Optional.of(new Opened(invitation, null))
        : invitees.name(borrowerId, invitation.email()).map(name -> new Opened(invitation, name));
  }

  /**
   * Makes the invited user.
   *
   * @param typed what he says he is called; of a borrower the name that is known of him is taken
   * @param username a second name to sign in with, or null
   */
  @Transactional
  public AcceptOutcome accept(
      String token,
      @Nullable String typed,
      String password,
      @Nullable String username,
      Origin origin) {
    Optional<Opened> found = open(token);
    if (found.isEmpty()) {
      return new AcceptOutcome.NoInvitation();
    }
    String known = found.get().name();
    String name = known == null ? typed : known;
    if (name == null) {
      return new AcceptOutcome.NameMissing();
    }
    Invitation invitation = found.get().invitation();
    NewUser user =
        new NewUser(
            name,
            invitation.email(),
            username,
            null,
            password,
            invitation.role(),
            invitation.branchId());
    UserOutcome outcome = users.create(Users.self(name, origin), user);
    if (outcome instanceof UserOutcome.Kept kept) {
      UUID userId = kept.user().id();
      rows.accept(invitation.id(), userId, clock.instant());
      mail.forget(invitation);
      if (invitation.borrowerId() != null) {
        users.linkBorrower(userId, invitation.borrowerId());
        if (!invitees.link(invitation.borrowerId(), invitation.email(), userId)) {
          TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
          return new AcceptOutcome.NoInvitation();
        }
      }
      return new AcceptOutcome.Accepted(users.find(userId).orElseThrow());
    }
    return new AcceptOutcome.NotMade(outcome);
  }

  private InvitationOutcome handOver(
      Invitation invitation, String token, Function<String, URI> link) {
    boolean mailed = mail.send(invitation, link.apply(token), LIFE);
    return new InvitationOutcome.Invited(invitation, mailed ? null : token);
  }

  private static boolean isEnded(Invitation invitation) {
    return switch (invitation.status()) {
      case OPEN, EXPIRED -> false;
      case ACCEPTED, REVOKED -> true;
    };
  }

  private static Subject subject(Invitation invitation) {
    return new Subject("invitation", invitation.id(), invitation.email());
  }

  private static Shown shown(Invitation invitation) {
    return new Shown(
        invitation.email(), invitation.role(), invitation.branchId(), invitation.expiresAt());
  }

  private record Shown(String email, String role, @Nullable UUID branchId, Instant expiresAt) {}
}
