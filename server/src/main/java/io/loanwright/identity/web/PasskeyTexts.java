package io.loanwright.identity.web;

import io.loanwright.identity.passkey.Assertion;
import io.loanwright.identity.passkey.PasskeyChallenges;
import io.loanwright.identity.passkey.PasskeySupport;
import io.loanwright.identity.passkey.RelyingParties;
import io.loanwright.identity.passkey.RelyingParty;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What goes to devices and comes from them, as text: bytes are base64url without padding. */
final class PasskeyTexts {

  static final int ID_MAX = 1_400;
  static final int DATA_MAX = 4_000;
  static final int KEY_MAX = 16_000;
  static final int HANDLE_MAX = 100;

  private PasskeyTexts() {}

  /** What a device is asked to sign. */
  @Schema(name = "PasskeyRequest")
  record RequestView(
      @Schema(description = "What has to be signed, once, in base64url") String challenge,
      @Schema(description = "The host that passkeys are bound to") String rpId,
      @Schema(description = "Seconds until it is too late") long timeout) {

    static RequestView of(RelyingParty party, String challenge) {
      return new RequestView(challenge, party.id(), PasskeyChallenges.LIFE.toSeconds());
    }

    @Override
    public String toString() {
      return "PasskeyRequest";
    }
  }

  /** What a device sends to show that it has a passkey, each in base64url. */
  @Schema(name = "PasskeyAssertion")
  record AssertionBody(
      @NotBlank @Size(max = ID_MAX) String credentialId,
      @NotBlank @Size(max = DATA_MAX) String clientDataJson,
      @NotBlank @Size(max = DATA_MAX) String authenticatorData,
      @NotBlank @Size(max = DATA_MAX) String signature,
      @Nullable @Size(max = HANDLE_MAX) String userHandle) {

    Assertion read() {
      String handle = userHandle;
      return new Assertion(
          bytes("credentialId", credentialId),
          bytes("clientDataJson", clientDataJson),
          bytes("authenticatorData", authenticatorData),
          bytes("signature", signature),
          handle == null || handle.isEmpty() ? null : bytes("userHandle", handle));
    }

    @Override
    public String toString() {
      return "PasskeyAssertion";
    }
  }

  static byte[] bytes(String field, String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw ProblemException.invalid(field, "must be base64url");
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns what passkeys are bound to, or refuses where they are off. */
  static RelyingParty party(RelyingParties parties, HttpServletRequest request) {
    return switch (parties.of(request)) {
      case PasskeySupport.On on -> on.party();
      case PasskeySupport.Off off -> throw ProblemException.conflict("passkeys-off", off.why());
    };
  }
}
