package io.loanwright.audit.chain;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that heads are signed with, and those that are trusted; in files, never in the database.
 *
 * <p>The private key is made when it is needed first, and is for its owner only. Every public key
 * in the folder, a file that ends in {@code .pub}, is trusted: the one of now, those of before, and
 * those of other instances.
 */
@Component
class HeadKeys {

  private static final Logger LOG = LoggerFactory.getLogger(HeadKeys.class);

  private static final String ALGORITHM = "Ed25519";
  private static final String PUBLIC = ".pub";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path file;
  private @Nullable KeyPair pair;

  HeadKeys(
      @Value("${loanwright.data-dir}") Path data,
      @Value("${loanwright.signing-key:}") String configured) {
    this.file =
        configured.isBlank() ? data.resolve("keys/signing-key.pem") : Path.of(configured.strip());
  }

  /**
   * A signature and who made it.
   *
   * @param publicKey X.509 of the key, 44 bytes in Base64
   * @param signature 64 bytes in Base64
   */
  record Signed(String publicKey, String signature) {}

  /**
   * Signs a message, with a key that is made if there is none.
   *
   * @throws IllegalStateException if the files of the key cannot be read or written, or do not
   *     belong together
   */
  synchronized Signed sign(byte[] message) {
    try {
      if (pair == null) {
        pair = Files.exists(file) ? read() : make();
      }
      return new Signed(
          base64(pair.getPublic().getEncoded()), base64(sign(pair.getPrivate(), message)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("Heads cannot be signed with the key " + file + ": " + e, e);
    }
  }

  /** Returns whether a key signed a message. */
  static boolean isSignedBy(Signed by, byte[] message) {
    try {
      return verify(publicKey(bytes(by.publicKey())), message, bytes(by.signature()));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Returns whether the folder of the key has a public key. */
  boolean isTrusted(String publicKey) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.newDirectoryStream(folder, "*" + PUBLIC)) {
      for (Path trusted : files) {
        if (isOf(trusted, publicKey)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new IllegalStateException("The public keys in " + folder + " cannot be read", e);
    }
  }

  /** Tells whether a file has a key; a file of another program beside it has none of ours. */
  private static boolean isOf(Path file, String publicKey) throws IOException {
    try {
      return base64(fromPem(file)).equals(publicKey);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Returns a short name of a key: the first 16 hexadecimal digits of its SHA-256. */
  static String nameOf(String publicKey) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(publicKey));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Returns a public key as its file has it. */
  static String toPem(String publicKey) {
    return pem("PUBLIC KEY", bytes(publicKey));
  }

  private KeyPair read() throws IOException, GeneralSecurityException {
    PublicKey open = publicKey(fromPem(publicFile()));
    PrivateKey secret =
        KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(fromPem(file)));
    byte[] probe = new byte[Hash.BYTES];
    if (!verify(open, probe, sign(secret, probe))) {
      throw new IllegalArgumentException(publicFile() + " belongs to another key");
    }
    return new KeyPair(open, secret);
  }

  private KeyPair make() throws IOException, GeneralSecurityException {
    KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder, attributes("rwx------"));
    }
    String open = base64(made.getPublic().getEncoded());
    keepEarlierPublicKey();
    write(publicFile(), toPem(open), "rw-r--r--");
    write(file, pem("PRIVATE KEY", made.getPrivate().getEncoded()), "rw-------");
    LOG.info("Made {}, the key {} that heads of the chain are signed with", file, nameOf(open));
    return made;
  }

  /** A public key without its private one is of heads that were signed before. */
  private void keepEarlierPublicKey() throws IOException {
    if (Files.exists(publicFile())) {
      String name = nameOf(base64(fromPem(publicFile())));
      Files.move(
          publicFile(), file.resolveSibling(name + PUBLIC), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path publicFile() {
    String name = String.valueOf(file.getFileName());
    return file.resolveSibling(name.replaceFirst("\\.pem$", "") + PUBLIC);
  }

  /** Writes beside and moves, so that nobody ever reads half of it. */
  private static void write(Path file, String text, String permissions) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, attributes(permissions));
    Files.writeString(draft, text);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(key);
    signature.update(message);
    return signature.sign();
  }

  private static boolean verify(PublicKey key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature check = Signature.getInstance(ALGORITHM);
    check.initVerify(key);
    check.update(message);
    return check.verify(signature);
  }

  private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }

  private static String pem(String what, byte[] encoded) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, base64, what);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }

  private static byte[] fromPem(Path file) throws IOException {
    String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "");
    return Base64.getMimeDecoder().decode(base64);
  }
}
