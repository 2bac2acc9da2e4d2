package io.loanwright.identity.factor;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.AccountMail;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import io.loanwright.organization.Organization;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factor of users.
 *
 * <p>A code is taken once: afterwards it is dead, and so are all codes of earlier half minutes.
 * After {@value #FREE} wrong codes each further one costs a wait that doubles up to {@link
 * #WAIT_MAX}, counted for the user wherever they come from; only who has the password, or the
 * session, gets to try one, so nobody else can lock him out.
 */
@Component
public class SecondFactors {

  static final int FREE = 5;
  static final Duration WAIT_MAX = Duration.ofMinutes(15);

  private final FactorRows rows;
  private final Users users;
  private final Organization organization;
  private final AccountMail mail;
  private final AuditTrail trail;
  private final Clock clock;

  SecondFactors(
      FactorRows rows,
      Users users,
      Organization organization,
      AccountMail mail,
      AuditTrail trail,
      Clock clock) {
    this.rows = rows;
    this.users = users;
    this.organization = organization;
    this.mail = mail;
    this.trail = trail;
    this.clock = clock;
  }

  /** Returns how a user stands with the second factor. */
  public Optional<FactorState> state(UUID userId) {
    return rows.state(userId);
  }

  /** Begins anew to give the caller a second factor; nothing is asked for until it is confirmed. */
  @Transactional
  public FactorOutcome begin(Caller caller) {
    byte[] secret = OneTimeCodes.newSecret();
    if (!rows.begin(caller.userId(), secret, clock.instant())) {
      return new FactorOutcome.OnAlready();
    }
    String email = users.find(caller.userId()).orElseThrow().email();
    return new FactorOutcome.Begun(Enrolment.of(secret, organization.current().name(), email));
  }

  /** Turns the caller's second factor on, by a code that shows that the app has the secret. */
  @Transactional
  public FactorOutcome confirm(Caller caller, String code) {
    Optional<FactorRows.Known> known = rows.lock(caller.userId());
    if (known.isEmpty()) {
      return new FactorOutcome.None();
    }
    if (known.get().confirmed()) {
      return new FactorOutcome.OnAlready();
    }
    Optional<FactorOutcome> refused = refusal(take(caller.userId(), known.get(), code));
    if (refused.isPresent()) {
      return refused.get();
    }
    rows.confirm(caller.userId(), clock.instant());
    UserAccount user = record(caller, "user.add_second_factor", caller.userId());
    mail.secondFactorAdded(user, caller.origin());
    return new FactorOutcome.On(newCodes(caller.userId()));
  }

  /** Takes the caller's second factor away; a code shows that it is he. */
  @Transactional
  public FactorOutcome turnOff(Caller caller, String code) {
    if (rows.state(caller.userId()).filter(FactorState::required).isPresent()) {
      return new FactorOutcome.Required();
    }
    Optional<FactorOutcome> refused = refusalOfConfirmed(caller, code);
    if (refused.isPresent()) {
      return refused.get();
    }
    rows.delete(caller.userId());
    UserAccount user = record(caller, "user.remove_second_factor", caller.userId());
    mail.secondFactorRemoved(user, caller.origin());
    return new FactorOutcome.Off();
  }

  /** Gives the caller other codes on paper; those of before are dead. */
  @Transactional
  public FactorOutcome renewRecoveryCodes(Caller caller, String code) {
    Optional<FactorOutcome> refused = refusalOfConfirmed(caller, code);
    if (refused.isPresent()) {
      return refused.get();
    }
    record(caller, "user.renew_recovery_codes", caller.userId());
    return new FactorOutcome.On(newCodes(caller.userId()));
  }

  /** Takes somebody's second factor away who has lost the app and the codes on paper. */
  @Transactional
  public FactorOutcome remove(Caller caller, UUID userId) {
    if (rows.lock(userId).filter(FactorRows.Known::confirmed).isEmpty()) {
      return new FactorOutcome.None();
    }
    rows.delete(userId);
    UserAccount user = record(caller, "user.remove_second_factor", userId);
    mail.secondFactorRemoved(user, caller.origin());
    return new FactorOutcome.Off();
  }

  /**
   * Takes a code of a user who has a second factor: of the app or from paper, once.
   *
   * @param origin where it comes from, for the trail
   */
  @Transactional
  public CodeOutcome take(UUID userId, String code, Origin origin) {
    Optional<FactorRows.Known> known = rows.lock(userId).filter(FactorRows.Known::confirmed);
    CodeOutcome outcome =
        known.isEmpty() ? new CodeOutcome.Wrong() : take(userId, known.get(), code);
    if (outcome instanceof CodeOutcome.Wrong) {
      UserAccount user = users.find(userId).orElseThrow();
      trail.record(
          Users.self(user.name(), origin),
          "user.wrong_code",
          Users.subject(user),
          null,
          null,
          "wrong-code");
    }
    return outcome;
  }

  private CodeOutcome take(UUID userId, FactorRows.Known known, String typed) {
    Instant now = clock.instant();
    Duration wait = remaining(known, now);
    if (wait.isPositive()) {
      return new CodeOutcome.TooMany(wait);
    }
    String code = typed.strip().replace(" ", "");
    OptionalLong step =
        OneTimeCodes.stepOf(code, HexFormat.of().parseHex(known.secret()), now, known.lastStep());
    if (step.isPresent()) {
      rows.taken(userId, step.getAsLong());
      return new CodeOutcome.Right();
    }
    if (known.confirmed() && rows.useRecovery(userId, RecoveryCodes.hash(userId, code), now)) {
      rows.taken(userId, 0);
      return new CodeOutcome.Right();
    }
    rows.failed(userId, now);
    return new CodeOutcome.Wrong();
  }

  private static Duration remaining(FactorRows.Known known, Instant now) {
    if (known.failures() < FREE || known.failedAt() == null) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(known.failures() - FREE, 10));
    Duration bounded = wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
    return Duration.between(now, known.failedAt().toInstant().plus(bounded));
  }

  private Optional<FactorOutcome> refusalOfConfirmed(Caller caller, String code) {
    Optional<FactorRows.Known> known =
        rows.lock(caller.userId()).filter(FactorRows.Known::confirmed);
    return known.isEmpty()
        ? Optional.of(new FactorOutcome.None())
        : refusal(take(caller.userId(), known.get(), code));
  }

  private static Optional<FactorOutcome> refusal(CodeOutcome outcome) {
    return switch (outcome) {
      case CodeOutcome.Right _ -> Optional.empty();
      case CodeOutcome.Wrong _ -> Optional.of(new FactorOutcome.WrongCode());
      case CodeOutcome.TooMany tooMany ->
          Optional.of(new FactorOutcome.TooMany(tooMany.retryAfter()));
    };
  }

  private List<String> newCodes(UUID userId) {
    List<String> codes = RecoveryCodes.next();
    rows.replaceRecovery(
        userId, codes.stream().map(code -> RecoveryCodes.hash(userId, code)).toList());
    return codes;
  }

  private UserAccount record(Caller caller, String action, UUID userId) {
    UserAccount user = users.find(userId).orElseThrow();
    trail.record(caller, action, Users.subject(user), null, null, null);
    return user;
  }
}
