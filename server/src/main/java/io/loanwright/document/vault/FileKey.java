package io.loanwright.document.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The key of one content: AES-256 in Galois/Counter mode, so that whatever was changed is not
 * opened.
 *
 * <p>A sealed content is a byte with the version, 12 bytes at random, and the ciphertext with its
 * tag of 16 bytes. The SHA-256 of the content is authenticated too: a sealed content in the place
 * of another does not open.
 *
 * <p>Source: NIST SP 800-38D.
 */
final class FileKey {

  static final String ALGORITHM = "AES";

  private static final byte VERSION = 1;
  private static final int KEY_BITS = 256;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + IV_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKey key;

  FileKey(SecretKey key) {
    this.key = key;
  }

  /** Makes a key at random. */
  static FileKey make() {
    try {
      KeyGenerator generator = KeyGenerator.getInstance(ALGORITHM);
      generator.init(KEY_BITS, RANDOM);
      return new FileKey(generator.generateKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has AES", e);
    }
  }

  SecretKey secret() {
    return key;
  }

  /** Returns the name under which a content lies: 64 hexadecimal digits. */
  String place(String sha256) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(HexFormat.of().parseHex(sha256)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
    }
  }

  byte[] seal(Content content) {
    byte[] iv = new byte[IV_BYTES];
    RANDOM.nextBytes(iv);
    byte[] sealed = new byte[HEAD_BYTES + content.size() + TAG_BITS / Byte.SIZE];
    sealed[0] = VERSION;
    System.arraycopy(iv, 0, sealed, 1, IV_BYTES);
    try {
      cipher(Cipher.ENCRYPT_MODE, iv, content.sha256())
          .doFinal(content.bytes(), 0, content.size(), sealed, HEAD_BYTES);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A content cannot be sealed", e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws GeneralSecurityException if a byte of it was changed, or it is another content
   */
  Content open(byte[] sealed, String sha256) throws GeneralSecurityException {
    if (sealed.length < HEAD_BYTES || sealed[0] != VERSION) {
      throw new GeneralSecurityException("Not sealed by this program");
    }
    byte[] iv = Arrays.copyOfRange(sealed, 1, HEAD_BYTES);
    byte[] plain =
        cipher(Cipher.DECRYPT_MODE, iv, sha256)
            .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
    return new Content(plain);
  }

  private Cipher cipher(int mode, byte[] iv, String sha256) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
    cipher.updateAAD(HexFormat.of().parseHex(sha256));
    return cipher;
  }
}
