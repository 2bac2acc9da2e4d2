package io.loanwright.document.vault;

import io.loanwright.web.SettingUnusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that wrap the keys of contents; in the environment or in a file, never in the database.
 *
 * <p>The one of the environment wraps; without it that of {@code keys/document-key} in the data
 * folder, which is made at the first start. All that are known unwrap, so a key is replaced by
 * naming the old one as the one before.
 *
 * <p>Source of the wrapping: RFC 3394.
 */
@Component
class MasterKeys {

  private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);

  private static final int KEY_BYTES = 32;
  private static final String WRAPPING = "AES/KW/NoPadding";
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final Set<PosixFilePermission> OF_OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  private final Path data;
  private final Path file;
  private final Map<String, SecretKey> configured = new LinkedHashMap<>();
  private final boolean isInEnvironment;
  private Map<String, SecretKey> known = Map.of();

  MasterKeys(
      @Value("${loanwright.data-dir}") Path data,
      @Value("${loanwright.document-key:}") String current,
      @Value("${loanwright.document-key-before:}") String before) {
    this.data = data.toAbsolutePath();
    this.file = this.data.resolve("keys/document-key");
    this.isInEnvironment = !current.isBlank();
    addConfigured("LOANWRIGHT_DOCUMENT_KEY", current);
    addConfigured("LOANWRIGHT_DOCUMENT_KEY_BEFORE", before);
    if (Files.exists(file)) {
      read();
    }
  }

  /**
   * A wrapped key.
   *
   * @param keyId the name of the master key that wrapped it
   * @param base64 the 40 bytes
   */
  record Wrapped(String keyId, String base64) {

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    static Wrapped of(String keyId, byte[] bytes) {
      return new Wrapped(keyId, Base64.getEncoder().encodeToString(bytes));
    }
  }

  /** Returns the name of the key that wraps: the first 16 hexadecimal digits of its SHA-256. */
  String currentId() {
    return keys().keySet().iterator().next();
  }

  /** Returns the names of all keys that are known. */
  Set<String> ids() {
    return keys().keySet();
  }

  Wrapped wrap(FileKey key) {
    Map.Entry<String, SecretKey> current = keys().entrySet().iterator().next();
    try {
      Cipher cipher = Cipher.getInstance(WRAPPING);
      cipher.init(Cipher.WRAP_MODE, current.getValue());
      return Wrapped.of(current.getKey(), cipher.wrap(key.secret()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key cannot be wrapped", e);
    }
  }

  /** Returns the key that was wrapped, or nothing if the key that wrapped it is not known. */
  Optional<FileKey> unwrap(Wrapped wrapped) {
    SecretKey master = keys().get(wrapped.keyId());
    if (master == null) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance(WRAPPING);
      cipher.init(Cipher.UNWRAP_MODE, master);
      return Optional.of(
          new FileKey(
              (SecretKey) cipher.unwrap(wrapped.bytes(), FileKey.ALGORITHM, Cipher.SECRET_KEY)));
    } catch (GeneralSecurityException e) {
      LOG.error("A wrapped key was changed: it is not of the master key {}", wrapped.keyId(), e);
      return Optional.empty();
    }
  }

  /** The keys by name, the one that wraps first. */
  private synchronized Map<String, SecretKey> keys() {
    if (known.isEmpty()) {
      Map<String, SecretKey> found = new LinkedHashMap<>();
      if (!isInEnvironment) {
        byte[] own = Files.exists(file) ? read() : make();
        found.put(idOf(own), key(own));
      }
      found.putAll(configured);
      if (isInEnvironment && Files.exists(file)) {
        byte[] earlier = read();
        found.putIfAbsent(idOf(earlier), key(earlier));
      }
      known = found;
    }
    return known;
  }

  private void addConfigured(String setting, String base64) {
    if (base64.isBlank()) {
      return;
    }
    byte[] key = decoded(setting, base64);
    configured.put(idOf(key), key(key));
  }

  private byte[] read() {
    try {
      if (POSIX && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
        throw new SettingUnusable(
            file + " may be read by others than its owner. Set its permissions to 600.", null);
      }
      return decoded(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException("The key " + file + " cannot be read", e);
    }
  }

  /**
   * Makes the key, on the disk before anything is wrapped by it; or reads that of a quicker one.
   */
  private byte[] make() {
    byte[] made = FileKey.make().secret().getEncoded();
    try {
      Path folder = Files.createDirectories(file.getParent(), attributes("rwx------"));
      Path draft = Files.createTempFile(folder, "key", ".new", attributes("rw-------"));
      try {
        write(draft, Base64.getEncoder().encodeToString(made) + "\n");
        place(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
      FolderStore.force(folder);
      FolderStore.force(data);
    } catch (FileAlreadyExistsException _) {
      return read();
    } catch (IOException e) {
      throw new IllegalStateException("The key " + file + " cannot be written", e);
    }
    LOG.info("Made {}, the key {} of documents. Keep a copy of it", file, idOf(made));
    return made;
  }

  private static void write(Path draft, String text) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Puts a key in its place unless there is one, which another process made. */
  private void place(Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException _) {
      Files.move(draft, file); // a file system without links
    }
  }

  private static byte[] decoded(String where, String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64.strip());
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException _) {
      // Said below; the text itself is a secret.
    }
    throw new SettingUnusable(
        where + " must be 32 bytes in Base64, as openssl rand -base64 32 prints them.", null);
  }

  private static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, FileKey.ALGORITHM);
  }

  private static String idOf(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
