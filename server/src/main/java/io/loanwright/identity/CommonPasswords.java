package io.loanwright.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that so many people have that they are guessed first. */
final class CommonPasswords {

  private static final String LIST = "/identity/common-passwords.txt";
  private static final Set<String> PASSWORDS = read();

  private CommonPasswords() {}

  /** Returns whether a password is among them, in whatever case. */
  static boolean contains(String password) {
    return PASSWORDS.contains(password.strip().toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(LIST), LIST),
                StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
