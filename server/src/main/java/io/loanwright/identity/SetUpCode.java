package io.loanwright.identity;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Proves that whoever sets the installation up sits at its console: a code made at each start,
 * printed there and kept nowhere.
 *
 * <p>80 random bits, so it cannot be guessed however often somebody tries.
 */
@Component
@ConditionalOnWebApplication
public class SetUpCode {

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 16;

  private final FirstUser firstUser;
  private final String code;

  SetUpCode(FirstUser firstUser) {
    this.firstUser = firstUser;
    this.code = next();
  }

  /**
   * Returns whether a code is the one on the console; blanks, hyphens and the case of letters do
   * not matter.
   */
  public boolean matches(String typed) {
    String plain = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return MessageDigest.isEqual(
        plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }

  /** Prints the code on the console, and never into a log, while it is needed. */
  @EventListener(ApplicationReadyEvent.class)
  void print() {
    if (firstUser.isNeeded()) {
      PrintStream console = System.out;
      console.println(
          "Set Loanwright up on its first page with the code "
              + code.replaceAll("(.{4})(?=.)", "$1-"));
    }
  }

  /** For tests that walk through the set-up page. */
  String code() {
    return code;
  }

  private static String next() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
