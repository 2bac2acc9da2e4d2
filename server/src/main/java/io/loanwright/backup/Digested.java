package io.loanwright.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stream that knows how much went through it, and its SHA-256. */
final class Digested extends FilterOutputStream {

  private final MessageDigest digest = sha256();
  private long bytes;

  Digested(OutputStream below) {
    super(below);
  }

  @Override
  public void write(int one) throws IOException {
    out.write(one);
    digest.update((byte) one);
    bytes++;
  }

  @Override
  public void write(byte[] many, int from, int length) throws IOException {
    out.write(many, from, length);
    digest.update(many, from, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** Returns the sum of all that was written, in hexadecimal digits; may be asked for once. */
  String sum() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Reads a stream to its end. */
  static Digested all(InputStream stream) throws IOException {
    Digested nowhere = new Digested(OutputStream.nullOutputStream());
    stream.transferTo(nowhere);
    return nowhere;
  }

  static String sumOf(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
