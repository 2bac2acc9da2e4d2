package io.loanwright.borrower;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number as people write it: with the calling code of a country, after {@code +} or {@code
 * 00}, or as it is dialed within one, with a 0 before it or without. Which country that is nobody
 * says, so a number without a code is the same as that number with any.
 *
 * <p>Source: ITU-T E.164: no calling code begins with another one.
 */
final class PhoneNumber {

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  private static final Pattern ZEROS = Pattern.compile("^0+");

  private static final Pattern CALLING_CODE =
      Pattern.compile(
          "(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9][0-9]{2})([0-9]*)");

  private static final int CALLING_CODE_MAX = 999;

  private static final List<String> CALLING_CODES = callingCodes();

  /** As many digits are dialed within no country, so the first ones are a calling code. */
  private static final int WITH_CODE_FROM = 12;

  /** Of a short plan: what is typed without + may be its calling code and so many digits. */
  private static final int SHORT_NATIONAL_MIN = 7;

  /** Fewer digits are a slip. */
  private static final int NATIONAL_MIN = 4;

  private PhoneNumber() {}

  /** Returns the digits of a number, without what is typed before it to dial abroad. */
  static String digits(String typed) {
    String digits = NO_DIGIT.matcher(typed).replaceAll("");
    return digits.startsWith("00") ? digits.substring(2) : digits;
  }

  /**
   * Returns the digits of all other ways in which the same number may be written, without its
   * calling code or with one.
   */
  static List<String> otherForms(String typed) {
    String digits = digits(typed);
    Matcher parts = CALLING_CODE.matcher(digits);
    List<String> codes = CALLING_CODES;
    String national = digits;
    if (hasCode(typed, digits) && parts.matches()) {
      codes = List.of(parts.group(1));
      national = parts.group(2);
    }
    String dialed = ZEROS.matcher(national).replaceFirst("");
    if (dialed.length() < NATIONAL_MIN) {
      return List.of();
    }
    List<String> forms = otherForms(digits, codes, dialed);
    if (!hasCode(typed, digits)
        && !digits.startsWith("0")
        && parts.matches()
        && parts.group(2).length() >= SHORT_NATIONAL_MIN) {
      forms.add(parts.group(2));
      forms.add("0" + parts.group(2));
    }
    return forms;
  }

  private static List<String> otherForms(String digits, List<String> codes, String dialed) {
    List<String> forms = new ArrayList<>(List.of(dialed, "0" + dialed));
    for (String code : codes) {
      forms.add(code + dialed);
      // As in +44 (0)20.
      forms.add(code + "0" + dialed);
      forms.add("00" + code + dialed);
    }
    forms.removeIf(digits::equals);
    return forms;
  }

  private static boolean hasCode(String typed, String digits) {
    return typed.strip().startsWith("+")
        || NO_DIGIT.matcher(typed).replaceAll("").startsWith("00")
        || (digits.length() >= WITH_CODE_FROM && !digits.startsWith("0"));
  }

  private static List<String> callingCodes() {
    List<String> codes = new ArrayList<>();
    for (int number = 1; number <= CALLING_CODE_MAX; number++) {
      String code = Integer.toString(number);
      Matcher parts = CALLING_CODE.matcher(code);
      if (parts.matches() && parts.group(2).isEmpty()) {
        codes.add(code);
      }
    }
    return List.copyOf(codes);
  }
}
