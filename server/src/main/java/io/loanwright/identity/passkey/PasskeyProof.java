package io.loanwright.identity.passkey;

import com.webauthn4j.data.AuthenticationData;
import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.identity.Users;
import io.loanwright.identity.passkey.PasskeyChallenges.Purpose;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes signatures of passkeys, each once.
 *
 * <p>A device that counts its signatures must have counted on: one that has not is refused, for
 * there are two of it then. Refusals are in the trail.
 */
@Component
public class PasskeyProof {

  private static final int USER_HANDLE_BYTES = 16;

  private final PasskeyRows rows;
  private final PasskeyChallenges challenges;
  private final Ceremony ceremony;
  private final AuditTrail trail;

  PasskeyProof(
      PasskeyRows rows, PasskeyChallenges challenges, Ceremony ceremony, AuditTrail trail) {
    this.rows = rows;
    this.challenges = challenges;
    this.ceremony = ceremony;
    this.trail = trail;
  }

  /** Who showed a passkey. */
  public record Shown(UUID userId, String name) {}

  /** Returns the bytes by which devices know a user. */
  public static byte[] handle(UUID userId) {
    return ByteBuffer.allocate(USER_HANDLE_BYTES)
        .putLong(userId.getMostSignificantBits())
        .putLong(userId.getLeastSignificantBits())
        .array();
  }

  /**
   * Returns whose passkey signed a challenge for signing in; the user is locked until the end of
   * the caller's transaction, so what is opened for him ends with the passkey.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Shown> signIn(RelyingParty party, Assertion sent, Origin origin) {
    return show(Purpose.SIGN_IN, null, null, party, sent, origin);
  }

  /** Returns whether the caller showed a passkey of his in a session. */
  @Transactional
  public boolean confirm(Caller caller, UUID sessionId, RelyingParty party, Assertion sent) {
    return show(Purpose.CONFIRM, sessionId, caller.userId(), party, sent, caller.origin())
        .isPresent();
  }

  private Optional<Shown> show(
      Purpose purpose,
      @Nullable UUID sessionId,
      @Nullable UUID expected,
      RelyingParty party,
      Assertion sent,
      Origin origin) {
    Optional<Ceremony.Read<AuthenticationData>> read = ceremony.read(sent);
    if (read.filter(it -> challenges.use(it.challenge(), purpose, sessionId)).isEmpty()) {
      return Optional.empty();
    }
    Optional<PasskeyRows.Owner> owner =
        rows.lockOwner(sent.credentialId())
            .filter(it -> expected == null || it.id().equals(expected))
            .filter(it -> means(sent, it.id()));
    Optional<Ceremony.Key> key = owner.flatMap(it -> rows.lock(it.id(), sent.credentialId()));
    if (owner.isEmpty() || key.isEmpty()) {
      refuse(purpose, new Shown(Caller.SYSTEM_ID, "unknown passkey"), "unknown-passkey", origin);
      return Optional.empty();
    }
    Shown shown = new Shown(owner.get().id(), owner.get().name());
    return switch (ceremony.verify(read.get(), party, key.get())) {
      case Ceremony.Verdict.Right right -> {
        rows.used(sent.credentialId(), right.signCount(), right.copied());
        yield Optional.of(shown);
      }
      case Ceremony.Verdict.Wrong _ -> {
        refuse(purpose, shown, "wrong-passkey", origin);
        yield Optional.empty();
      }
      case Ceremony.Verdict.Copied _ -> {
        refuse(purpose, shown, "passkey-copied", origin);
        yield Optional.empty();
      }
    };
  }

  private static boolean means(Assertion sent, UUID userId) {
    byte @Nullable [] handle = sent.userHandle();
    return handle == null || ByteBuffer.wrap(handle).equals(ByteBuffer.wrap(handle(userId)));
  }

  private void refuse(Purpose purpose, Shown who, String reason, Origin origin) {
    trail.recordRefused(
        Users.self(who.name(), origin),
        purpose == Purpose.SIGN_IN ? "user.sign_in" : "user.wrong_passkey",
        new Subject("user", who.userId(), who.name()),
        reason);
  }
}
