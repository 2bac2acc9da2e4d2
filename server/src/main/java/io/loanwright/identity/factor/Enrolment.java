package io.loanwright.identity.factor;

import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an app needs to make codes, once.
 *
 * @param secret to type where no camera is
 * @param uri what the picture says
 */
public record Enrolment(String secret, String uri) {

  private static final int QUIET = 4;

  /** A longer name makes a picture that no camera reads. */
  private static final int LONGEST_ISSUER = 30;

  static Enrolment of(byte[] secret, String organization, String email) {
    String text = Base32.encode(secret);
    String issuer = escaped(cut(organization));
    return new Enrolment(
        text, "otpauth://totp/" + escaped(email) + "?secret=" + text + "&issuer=" + issuer);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_ISSUER
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_ISSUER));
  }

  /** Returns the width and height of the picture, with the white around it. */
  public int size() {
    return picture().size + 2 * QUIET;
  }

  /** Returns the black squares of the picture as a path of SVG, one unit each. */
  public String path() {
    QrCode code = picture();
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private QrCode picture() {
    return QrCode.encodeText(uri, QrCode.Ecc.MEDIUM);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Leaves out everything: whoever has it makes codes. */
  @Override
  public String toString() {
    return "Enrolment";
  }
}
