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

  /** The most characters of a password. */
  public static final int CHARACTERS_MAX = 128;

  /** bcrypt looks at no more bytes; passwords of before were refused above it. */
  private static final int OLD_BYTES_MAX = 72;

  /** bcrypt's cost: about a tenth of a second a check on the machines that we know. */
  private static final int STRENGTH = 10;

  private static final String OLD_FORM = "{bcrypt}";

  private final PasswordEncoder encoder =
      new DelegatingPasswordEncoder(
          "hmac-bcrypt",
          Map.of(
              "hmac-bcrypt",
              new HashedFirst(new BCryptPasswordEncoder(STRENGTH)),
              "bcrypt",
              new BCryptPasswordEncoder(STRENGTH)));
  private final String nobodys = encode("nobody's password");

  /**
   * Returns what is wrong with a password, in words that follow its name; nothing if it will do.
   */
  public static Optional<String> objection(String password) {
    if (characters(password) < CHARACTERS_MIN) {
      return Optional.of("must have at least " + CHARACTERS_MIN + " characters");
    }
    if (characters(password) > CHARACTERS_MAX) {
      return Optional.of("must have at most " + CHARACTERS_MAX + " characters");
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
    String kept = hash == null ? nobodys : hash;
    boolean fits =
        kept.startsWith(OLD_FORM)
            ? password.getBytes(StandardCharsets.UTF_8).length <= OLD_BYTES_MAX
            : characters(password) <= CHARACTERS_MAX;
    boolean same = encoder.matches(fits ? password : "", kept);
    return same && fits && hash != null;
  }

  /**
   * Returns the form in which a password is kept now, where it is kept in that of an earlier
   * version; nothing where it is kept so already.
   *
   * @param hash what is kept, which the password matches
   */
  public Optional<String> renewed(String password, String hash) {
    return encoder.upgradeEncoding(hash) ? Optional.of(encode(password)) : Optional.empty();
  }

  private static int characters(String password) {
    return password.codePointCount(0, password.length());
  }
}
