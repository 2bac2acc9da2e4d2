package io.loanwright.identity.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change every half minute, as apps make them by default: RFC 6238 with
 * HMAC-SHA-1.
 */
final class OneTimeCodes {

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;

  /** Steps before and after the present one whose codes are taken, for clocks that differ. */
  private static final int STEPS_APART_MAX = 1;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator(STEP, 6);

  private OneTimeCodes() {}

  /** Returns a new secret: 160 random bits. */
  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** Returns whether a text looks like a code. */
  static boolean isOne(String text) {
    return text.matches("[0-9]{6}");
  }

  /**
   * Returns the step whose code this is, among those near a moment and after one that was used.
   *
   * @param after the step of the last code that was taken
   */
  static OptionalLong stepOf(String code, byte[] secret, Instant now, long after) {
    if (!isOne(code)) {
      return OptionalLong.empty();
    }
    int digits = Integer.parseInt(code);
    long present = now.getEpochSecond() / STEP.toSeconds();
    return LongStream.rangeClosed(present - STEPS_APART_MAX, present + STEPS_APART_MAX)
        .filter(step -> step > after)
        .filter(step -> codeOf(secret, step) == digits)
        .findFirst();
  }

  /** Returns the code of a step. */
  static int codeOf(byte[] secret, long step) {
    try {
      return GENERATOR.generateOneTimePassword(
          new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Every 160 bits are a key of HMAC-SHA-1", e);
    }
  }
}
