package io.loanwright.integration.web;

import io.loanwright.integration.Receiving.SentFile;
import io.loanwright.integration.csv.Shown;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps uploaded files in the data folder until they are imported. */
@Component
class SentFiles {

  private final Path folder;

  SentFiles(@Value("${loanwright.data-dir}") Path dataDir) {
    this.folder = dataDir.resolve("imports");
  }

  /** Keeps a file; whoever gets it deletes it. */
  SentFile keep(MultipartFile sent) {
    try {
      Files.createDirectories(folder);
      Path path = Files.createTempFile(folder, "import-", ".csv");
      sent.transferTo(path);
      String name = Shown.of(Objects.requireNonNullElse(sent.getOriginalFilename(), ""));
      return new SentFile(name.isEmpty() ? "file.csv" : name, path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a file, if it is still there. */
  void delete(SentFile file) {
    try {
      Files.deleteIfExists(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what tells the content of a file from any other. */
  static String hash(SentFile file) {
    try (DigestInputStream in =
        new DigestInputStream(
            Files.newInputStream(file.path()), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
