package io.loanwright.identity.passkey;

import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.AccountMail;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import io.loanwright.identity.factor.FactorState;
import io.loanwright.identity.factor.SecondFactors;
import io.loanwright.identity.passkey.PasskeyChallenges.Purpose;
import io.loanwright.web.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of users: having one, naming it, losing it. Each change is told by mail. */
@Component
public class Passkeys {

  /** The most that a user has. */
  public static final int MAX = 20;

  private final PasskeyRows rows;
  private final PasskeyChallenges challenges;
  private final Ceremony ceremony;
  private final SecondFactors factors;
  private final Users users;
  private final AccountMail mail;
  private final AuditTrail trail;

  Passkeys(
      PasskeyRows rows,
      PasskeyChallenges challenges,
      Ceremony ceremony,
      SecondFactors factors,
      Users users,
      AccountMail mail,
      AuditTrail trail) {
    this.rows = rows;
    this.challenges = challenges;
    this.ceremony = ceremony;
    this.factors = factors;
    this.users = users;
    this.mail = mail;
    this.trail = trail;
  }

  /** Returns the passkeys of a user, oldest first; there are {@value #MAX} at most. */
  public List<Passkey> list(UUID userId) {
    return rows.list(userId);
  }

  /** Returns the ids by which devices know the passkeys of a user. */
  public List<byte[]> credentialIds(UUID userId) {
    return rows.credentialIds(userId);
  }

  /** Returns the algorithms that keys may be for, by their numbers in COSE, best first. */
  public static List<Long> algorithms() {
    return Ceremony.ALGORITHMS.stream().map(COSEAlgorithmIdentifier::getValue).toList();
  }

  /**
   * Keeps a passkey that a device made for the caller.
   *
   * @param sessionId the session that the device was asked in
   * @param name what the caller calls it
   */
  @Transactional
  public PasskeyOutcome add(
      Caller caller, UUID sessionId, RelyingParty party, String name, NewKey sent) {
    UUID userId = caller.userId();
    Optional<Ceremony.Read<RegistrationData>> read =
        ceremony.readNew(sent.clientDataJson(), sent.attestationObject());
    if (read.filter(it -> challenges.use(it.challenge(), Purpose.ADD, sessionId)).isEmpty()) {
      return new PasskeyOutcome.Unfit();
    }
    Optional<Ceremony.Key> key = ceremony.verifyNew(read.get(), party);
    if (key.isEmpty()) {
      return new PasskeyOutcome.Unfit();
    }
    rows.lockUser(userId);
    if (rows.list(userId).size() >= MAX) {
      return new PasskeyOutcome.Enough();
    }
    UUID id = Ids.next();
    if (!rows.insert(id, userId, key.get(), party.id(), name)) {
      return new PasskeyOutcome.Known();
    }
    UserAccount user = record(caller, "user.add_passkey", null, name);
    mail.passkeyAdded(user, name, caller.origin());
    return new PasskeyOutcome.Added(
        rows.find(userId, id).orElseThrow(), factors.firstCodes(userId));
  }

  /** What a device sends of a passkey that it made. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record NewKey(byte[] clientDataJson, byte[] attestationObject) {}

  /** Calls one of the caller's passkeys otherwise; nothing if he has none of that id. */
  @Transactional
  public Optional<Passkey> rename(Caller caller, UUID id, String name) {
    Optional<Passkey> before = rows.find(caller.userId(), id);
    if (before.isEmpty()) {
      return before;
    }
    rows.rename(id, name);
    record(caller, "user.rename_passkey", before.get().name(), name);
    return rows.find(caller.userId(), id);
  }

  /** Forgets one of the caller's passkeys; it opens nothing any more. */
  @Transactional
  public PasskeyOutcome remove(Caller caller, UUID id) {
    UUID userId = caller.userId();
    rows.lockUser(userId);
    Optional<Passkey> found = rows.find(userId, id);
    if (found.isEmpty()) {
      return new PasskeyOutcome.Unknown();
    }
    FactorState state = factors.state(userId).orElseThrow();
    if (state.required() && !state.on() && state.passkeys() == 1) {
      return new PasskeyOutcome.Required();
    }
    rows.delete(id);
    factors.forgetCodesOfNone(userId);
    UserAccount user = record(caller, "user.remove_passkey", found.get().name(), null);
    mail.passkeyRemoved(user, found.get().name(), caller.origin());
    return new PasskeyOutcome.Removed();
  }

  private UserAccount record(
      Caller caller, String action, @Nullable String before, @Nullable String after) {
    UserAccount user = users.find(caller.userId()).orElseThrow();
    trail.record(
        caller,
        action,
        Users.subject(user),
        before == null ? null : new Named(before),
        after == null ? null : new Named(after),
        null);
    return user;
  }

  private record Named(String passkey) {}
}
