package io.loanwright.identity.factor;

import io.loanwright.identity.SecretToken;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Codes to keep on paper: four groups of four letters and digits, 80 random bits. */
final class RecoveryCodes {

  static final int COUNT = 10;

  private static final int BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  static List<String> next() {
    return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
  }

  /**
   * Returns what is kept of a user's code, however its letters and groups were typed. The user's id
   * is in it, so that a table of hashes would have to be made for each user anew.
   */
  static byte[] hash(UUID userId, String typed) {
    return SecretToken.hash(userId + typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  private static String one() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base32.encode(bytes).replaceAll("(.{4})(?=.)", "$1-");
  }
}
