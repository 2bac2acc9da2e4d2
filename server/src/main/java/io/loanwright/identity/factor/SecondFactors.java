package io.loanwright.identity.factor;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.AccountMail;
import io.loanwright.identity.AccountWarnings;
import io.loanwright.identity.AccountWarnings.Kind;
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
 * After {@value #FREE} wrong codes at sign-in each further one of six digits costs a wait that
 * doubles up to {@link #WAIT_MAX}; they are forgotten after {@link #FORGOTTEN_AFTER} without one.
 * Only who has the password gets to try. Codes of somebody who is signed in are counted by his
 * session and keep nobody from signing in, and nobody waits with a recovery code: 80 random bits
 * are not guessed.
 */
@Component
public class SecondFactors {

  static final int FREE = 5;
  static final Duration WAIT_MAX = Duration.ofMinutes(15);
  static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private final FactorRows rows;
  private final Users users;
  private final Organization organization;
  private final AccountMail mail;
  private final AccountWarnings warnings;
  private final AuditTrail trail;
  private final Clock clock;

  SecondFactors(
      FactorRows rows,
      Users users,
      Organization organization,
      AccountMail mail,
      AccountWarnings warnings,
      AuditTrail trail,
      Clock clock) {
    this.rows = rows;
    this.users = users;
    this.organization = organization;
    this.mail = mail;
    this.warnings = warnings;
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
    rows.lockUser(caller.userId());
    Optional<FactorRows.Known> known = rows.lock(caller.userId());
    if (known.isEmpty()) {
      return new FactorOutcome.None();
    }
    if (known.get().confirmed()) {
      return new FactorOutcome.OnAlready();
    }
    Optional<FactorOutcome> refused =
        refusal(ofApp(caller.userId(), known.get(), digits(code), true));
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
    rows.lockUser(caller.userId());
    FactorState state = rows.state(caller.userId()).orElseThrow();
    if (!state.on()) {
      return new FactorOutcome.None();
    }
    if (state.required() && state.passkeys() == 0) {
      return new FactorOutcome.Required();
    }
    Optional<FactorOutcome> refused = refusal(takeAgain(caller, code));
    if (refused.isPresent()) {
      return refused.get();
    }
    rows.deleteApp(caller.userId());
    if (state.passkeys() == 0) {
      rows.deleteRecovery(caller.userId());
    }
    UserAccount user = record(caller, "user.remove_second_factor", caller.userId());
    mail.secondFactorRemoved(user, caller.origin());
    return new FactorOutcome.Off();
  }

  /** Gives the caller other codes on paper; those of before are dead. */
  @Transactional
  public FactorOutcome renewRecoveryCodes(Caller caller, String code) {
    Optional<FactorOutcome> refused = refusal(takeAgain(caller, code));
    if (refused.isPresent()) {
      return refused.get();
    }
    record(caller, "user.renew_recovery_codes", caller.userId());
    return new FactorOutcome.On(newCodes(caller.userId()));
  }

  /** Takes somebody's second factor away who has lost the app, the codes on paper and passkeys. */
  @Transactional
  public FactorOutcome remove(Caller caller, UUID userId) {
    rows.lockUser(userId);
    if (rows.state(userId).filter(FactorState::isAskedFor).isEmpty()) {
      return new FactorOutcome.None();
    }
    rows.deleteApp(userId);
    rows.deletePasskeys(userId);
    rows.deleteRecovery(userId);
    UserAccount user = record(caller, "user.remove_second_factor", userId);
    mail.secondFactorRemoved(user, caller.origin());
    return new FactorOutcome.Off();
  }

  /**
   * Takes a code at sign-in of a user who has a second factor: of the app or from paper, once.
   *
   * @param origin where it comes from, for the trail
   */
  @Transactional
  public CodeOutcome take(UUID userId, String code, Origin origin) {
    return take(userId, code, origin, true);
  }

  /** Takes a code of somebody who is signed in, once; his session counts those that are wrong. */
  @Transactional
  public CodeOutcome takeAgain(Caller caller, String code) {
    return take(caller.userId(), code, caller.origin(), false);
  }

  /**
   * Returns recovery codes for somebody who has his first second factor; nothing if he has some.
   */
  @Transactional
  public List<String> firstCodes(UUID userId) {
    boolean lacks = rows.state(userId).filter(state -> state.recoveryCodes() == 0).isPresent();
    return lacks ? newCodes(userId) : List.of();
  }

  /** Forgets the recovery codes of somebody who has no second factor any more. */
  @Transactional
  public void forgetCodesOfNone(UUID userId) {
    if (rows.state(userId).filter(FactorState::isAskedFor).isEmpty()) {
      rows.deleteRecovery(userId);
    }
  }

  private CodeOutcome take(UUID userId, String typed, Origin origin, boolean counted) {
    Optional<FactorRows.Known> app = rows.lock(userId).filter(FactorRows.Known::confirmed);
    FactorState state = rows.state(userId).orElseThrow();
    if (!state.isAskedFor()) {
      return new CodeOutcome.None();
    }
    String code = digits(typed);
    CodeOutcome outcome =
        OneTimeCodes.isOne(code) && app.isPresent()
            ? ofApp(userId, app.get(), code, counted)
            : ofPaper(userId, code);
    if (outcome instanceof CodeOutcome.Wrong) {
      boolean usedTwice = wasUsed(userId, app, code);
      refused(userId, "user.wrong_code", usedTwice ? "code-used-twice" : "wrong-code", origin);
      if (usedTwice) {
        warnings.tell(userId, Kind.CODE_USED_TWICE, origin);
      }
      if (counted && isSlowed(userId)) {
        refused(userId, "user.slow_down", "too-many-codes", origin);
        warnings.tell(userId, Kind.CODES_GUESSED, origin);
      }
    }
    return outcome;
  }

  /**
   * Returns whether a code that was refused is the last of the app that was taken, or from paper.
   */
  private boolean wasUsed(UUID userId, Optional<FactorRows.Known> app, String code) {
    return app.filter(known -> isLast(known, code)).isPresent()
        || rows.isUsedUp(userId, RecoveryCodes.hash(userId, code));
  }

  private boolean isLast(FactorRows.Known app, String code) {
    byte[] secret = HexFormat.of().parseHex(app.secret());
    OptionalLong step = OneTimeCodes.stepOf(code, secret, clock.instant(), app.lastStep() - 1);
    return step.isPresent() && step.getAsLong() == app.lastStep();
  }

  private CodeOutcome ofApp(UUID userId, FactorRows.Known app, String code, boolean counted) {
    Instant now = clock.instant();
    Duration wait = counted ? remaining(app, now) : Duration.ZERO;
    if (wait.isPositive()) {
      return new CodeOutcome.TooMany(wait);
    }
    OptionalLong step =
        OneTimeCodes.stepOf(code, HexFormat.of().parseHex(app.secret()), now, app.lastStep());
    if (step.isPresent()) {
      rows.taken(userId, step.getAsLong());
      return new CodeOutcome.Right();
    }
    if (counted) {
      rows.failed(userId, now, now.minus(FORGOTTEN_AFTER));
    }
    return new CodeOutcome.Wrong();
  }

  private CodeOutcome ofPaper(UUID userId, String code) {
    if (!rows.useRecovery(userId, RecoveryCodes.hash(userId, code), clock.instant())) {
      return new CodeOutcome.Wrong();
    }
    rows.taken(userId, 0);
    return new CodeOutcome.Right();
  }

  private void refused(UUID userId, String action, String reason, Origin origin) {
    UserAccount user = users.find(userId).orElseThrow();
    trail.recordRefused(Users.self(user.name(), origin), action, Users.subject(user), reason);
  }

  /** Returns whether the next code of the app has to wait. */
  private boolean isSlowed(UUID userId) {
    return rows.lock(userId)
        .filter(app -> remaining(app, clock.instant()).isPositive())
        .isPresent();
  }

  private static String digits(String typed) {
    return typed.strip().replace(" ", "");
  }

  private static Duration remaining(FactorRows.Known known, Instant now) {
    if (known.failures() < FREE || known.failedAt() == null) {
      return Duration.ZERO;
    }
    if (known.failedAt().toInstant().plus(FORGOTTEN_AFTER).isBefore(now)) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(known.failures() - FREE, 10));
    Duration bounded = wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX;
    return Duration.between(now, known.failedAt().toInstant().plus(bounded));
  }

  private static Optional<FactorOutcome> refusal(CodeOutcome outcome) {
    return switch (outcome) {
      case CodeOutcome.Right _ -> Optional.empty();
      case CodeOutcome.Wrong _ -> Optional.of(new FactorOutcome.WrongCode());
      case CodeOutcome.None _ -> Optional.of(new FactorOutcome.None());
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
