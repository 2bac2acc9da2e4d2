package io.loanwright.identity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What passwords have to be, and how they are kept. */
@Component
public final class Passwords {

  /** The fewest characters of a password. */
  public static final int CHARACTERS_MIN = 8;

  /** The most bytes of a password in UTF-8; bcrypt looks at no more. */
  public static final int BYTES_MAX = 72;

  /** bcrypt's cost: about a tenth of a second a check on the machines that we know. */
  private static final int STRENGTH = 10;

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
  private final String nobodys = encode("nobody's password");

  /**
   * Returns what is wrong with a password, in words that follow its name; nothing if it will do.
   */
  public static Optional<String> objection(String password) {
    if (password.codePointCount(0, password.length()) < CHARACTERS_MIN) {
      return Optional.of("must have at least " + CHARACTERS_MIN + " characters");
    }
    if (bytes(password) > BYTES_MAX) {
      return Optional.of("must not be longer than " + BYTES_MAX + " bytes");
    }
    if (password.isBlank()) {
      return Optional.of("must not be blank");
    }
    return CommonPasswords.contains(password)
        ? Optional.of("must not be one that many people have and that is guessed first")
        : Optional.empty();
  }

  /** Returns the form in which a password is kept. */
  public String encode(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /**
   * Returns whether a password is the one that is kept.
   *
   * @param hash what is kept; null for nobody's, which matches nothing and takes as long
   */
  public boolean matches(String password, @Nullable String hash) {
    boolean fits = bytes(password) <= BYTES_MAX;
    boolean same = encoder.matches(fits ? password : "", hash == null ? nobodys : hash);
    return same && fits && hash != null;
  }

  private static int bytes(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length;
  }
}
