package io.loanwright.identity.factor;

import java.time.Instant;

/** The app of a test: makes codes from a secret as it is typed, each one later than the last. */
public final class TestApp {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final String secret;
  private long last;

  public TestApp(String secret) {
    this.secret = secret;
  }

  /** Returns the secret as it was typed. */
  public String secret() {
    return secret;
  }

  /**
   * Returns a code that has not been used: of this half minute, and then of the next, so that a
   * test has two of them without waiting.
   */
  public String next() {
    long present = Instant.now().getEpochSecond() / 30;
    last = Math.max(last + 1, present);
    return "%06d".formatted(OneTimeCodes.codeOf(bytes(), last));
  }

  private byte[] bytes() {
    byte[] bytes = new byte[secret.length() * 5 / 8];
    int held = 0;
    int count = 0;
    int at = 0;
    for (int i = 0; i < secret.length(); i++) {
      held = (held << 5 | ALPHABET.indexOf(secret.charAt(i))) & 0xfff;
      count += 5;
      if (count >= 8) {
        count -= 8;
        bytes[at++] = (byte) (held >> count);
      }
    }
    return bytes;
  }
}
