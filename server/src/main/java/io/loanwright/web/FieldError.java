package io.loanwright.web;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is wrong with one field of a request, in words for the person who filled it in.
 *
 * @param field the field as the client named it, with a path for nested ones: {@code
 *     charges[0].amount}
 * @param message what is expected, without the name of the field: {@code must be a date like
 *     2026-01-31}, {@code At most 200 characters.}; clients read both as sentences
 */
public record FieldError(String field, String message) {

  /** Nothing was filled in; constraints have it from their messages. */
  public static final String MISSING = "Fill this in.";

  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  /** There are more than a constraint allows, of a list. */
  public static final String TOO_MANY = "At most {max}.";

  /**
   * Returns a message of a field as a sentence that names it in words of people.
   *
   * @param message the end of a sentence, {@code must be above zero}, or a sentence of its own
   */
  public static String sentence(String field, String message) {
    boolean isEnd = Character.isLowerCase(message.charAt(0));
    return isEnd ? "The " + words(field) + " " + message + "." : message;
  }

  private static String words(String field) {
    String name = field.substring(field.lastIndexOf('.') + 1);
    return switch (name) {
      case "on", "asOf" -> "day";
      case "toWalletId" -> "receiving wallet";
      default -> {
        String words = WORD_START.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        yield words.endsWith(" id") ? words.substring(0, words.length() - 3) : words;
      }
    };
  }

  /** Returns the same error with its message as a sentence, as a person reads it. */
  FieldError asSentence() {
    if (message.isEmpty()) {
      return this;
    }
    String end = ".!?".indexOf(message.charAt(message.length() - 1)) < 0 ? "." : "";
    return new FieldError(
        field, message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + end);
  }

  /** Returns a sentence about a field as the message of one, without its name at the start. */
  public static String message(String field, String sentence) {
    String named = field + " ";
    return sentence.startsWith(named) && sentence.endsWith(".")
        ? sentence.substring(named.length(), sentence.length() - 1)
        : sentence;
  }
}
