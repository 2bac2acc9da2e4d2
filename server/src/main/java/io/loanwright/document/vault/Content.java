package io.loanwright.document.vault;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file, as somebody reads them. */
public final class Content {

  private final byte[] bytes;
  private final String sha256;

  /** Takes bytes over; nobody changes them any more. */
  public Content(byte[] bytes) {
    this.bytes = bytes;
    this.sha256 = HexFormat.of().formatHex(digest(bytes));
  }

  /** Returns how many bytes there are. */
  public int size() {
    return bytes.length;
  }

  /** Returns the SHA-256 of the bytes, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Opens the bytes. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** Returns the bytes, which must not be changed. */
  public byte[] bytes() {
    return bytes;
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
