package io.loanwright.identity.factor;

/** Bytes as capital letters and the digits 2 to 7, without padding: RFC 4648, as apps read it. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int count = 0;
    for (byte each : bytes) {
      held = held << Byte.SIZE | Byte.toUnsignedInt(each);
      count += Byte.SIZE;
      while (count >= BITS) {
        count -= BITS;
        text.append(ALPHABET.charAt(held >> count & 31));
        held &= (1 << count) - 1;
      }
    }
    if (count > 0) {
      text.append(ALPHABET.charAt(held << (BITS - count) & 31));
    }
    return text.toString();
  }
}
