package io.loanwright.web;

/**
 * What is wrong with one field of a request, in words for the person who filled it in.
 *
 * @param field the field as the client named it, with a path for nested ones: {@code
 *     charges[0].amount}
 * @param message what is expected, without the name of the field: {@code must not be blank}
 */
public record FieldError(String field, String message) {

  /** Returns a sentence about a field as the message of one, without its name at the start. */
  public static String message(String field, String sentence) {
    String named = field + " ";
    return sentence.startsWith(named) && sentence.endsWith(".")
        ? sentence.substring(named.length(), sentence.length() - 1)
        : sentence;
  }
}
