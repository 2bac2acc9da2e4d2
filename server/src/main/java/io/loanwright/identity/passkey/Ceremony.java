package io.loanwright.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks what devices send, by WebAuthn4J: for our host and origin, with our challenge, the user
 * present and checked by the device, and signed by the key that is kept.
 *
 * <p>Who made the device is not asked for. Source: W3C, Web Authentication Level 3, sections 7.1
 * and 7.2.
 */
@Component
class Ceremony {

  /** What keys may be for: ECDSA with P-256, Ed25519, RSA, in that order of liking. */
  static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);

  private final ObjectConverter converter = new ObjectConverter();
  private final AttestedCredentialDataConverter credentials =
      new AttestedCredentialDataConverter(converter);
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

  /** What a device sent, and can be read. */
  record Read<T>(T data, String challenge) {}

  /** A passkey as it is kept. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Key(
      byte[] credentialId, byte[] credential, long signCount, boolean copyable, boolean copied) {}

  /** What came of a signature. */
  sealed interface Verdict {

    /** It is the key's; these are to be kept of the device now. */
    record Right(long signCount, boolean copied) implements Verdict {}

    /** It is not. */
    record Wrong() implements Verdict {}

    /** It is, but the device has counted fewer signatures than before: there are two of it. */
    record Copied() implements Verdict {}
  }

  Optional<Read<RegistrationData>> readNew(byte[] clientDataJson, byte[] attestationObject) {
    try {
      RegistrationData data =
          manager.parse(new RegistrationRequest(attestationObject, clientDataJson));
      return challenge(data.getCollectedClientData()).map(found -> new Read<>(data, found));
    } catch (RuntimeException e) {
      return unreadable(e);
    }
  }

  Optional<Read<AuthenticationData>> read(Assertion sent) {
    try {
      AuthenticationData data =
          manager.parse(
              new AuthenticationRequest(
                  sent.credentialId(),
                  sent.userHandle(),
                  sent.authenticatorData(),
                  sent.clientDataJson(),
                  sent.signature()));
      return challenge(data.getCollectedClientData()).map(found -> new Read<>(data, found));
    } catch (RuntimeException e) {
      return unreadable(e);
    }
  }

  Optional<Key> verifyNew(Read<RegistrationData> read, RelyingParty party) {
    List<PublicKeyCredentialParameters> allowed =
        ALGORITHMS.stream()
            .map(
                each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
            .toList();
    try {
      RegistrationData data =
          manager.verify(
              read.data(),
              new RegistrationParameters(server(party, read.challenge()), allowed, true, true));
      AuthenticatorData<?> device =
          Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
      AttestedCredentialData credential =
          Objects.requireNonNull(device.getAttestedCredentialData());
      return Optional.of(
          new Key(
              credential.getCredentialId(),
              credentials.convert(credential),
              device.getSignCount(),
              device.isFlagBE(),
              device.isFlagBS()));
    } catch (RuntimeException e) {
      return unreadable(e);
    }
  }

  Verdict verify(Read<AuthenticationData> read, RelyingParty party, Key kept) {
    try {
      CredentialRecordImpl record =
          new CredentialRecordImpl(
              null,
              true,
              kept.copyable(),
              kept.copied(),
              kept.signCount(),
              credentials.convert(kept.credential()),
              null,
              null,
              null,
              null);
      AuthenticationData data =
          manager.verify(
              read.data(),
              new AuthenticationParameters(
                  server(party, read.challenge()), record, null, true, true));
      AuthenticatorData<?> device = Objects.requireNonNull(data.getAuthenticatorData());
      return new Verdict.Right(device.getSignCount(), device.isFlagBS());
    } catch (MaliciousCounterValueException _) {
      return new Verdict.Copied();
    } catch (RuntimeException e) {
      unreadable(e);
      return new Verdict.Wrong();
    }
  }

  /** Whatever a stranger sends that the library stumbles over is refused, not an error of ours. */
  private static <T> Optional<T> unreadable(RuntimeException e) {
    LOG.debug("A passkey was not taken: {}", e.getClass().getSimpleName());
    return Optional.empty();
  }

  private static Optional<String> challenge(@Nullable CollectedClientData data) {
    return Optional.ofNullable(data)
        .map(found ->
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(found.getChallenge().getValue()));
  }

  private static ServerProperty server(RelyingParty party, String challenge) {
    return ServerProperty.builder()
        .origin(Origin.create(party.origin()))
        .rpId(party.id())
        .challenge(new DefaultChallenge(Base64.getUrlDecoder().decode(challenge)))
        .build();
  }
}
