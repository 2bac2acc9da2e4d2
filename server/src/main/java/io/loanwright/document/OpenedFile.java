package io.loanwright.document;

import io.loanwright.document.Document.StoredFile;
import io.loanwright.document.vault.Reading;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file and what came of reading it.
 *
 * @param file what it is called, and of which kind it is
 */
public record OpenedFile(StoredFile file, Reading reading) {

  /** Returns whether it was read. */
  public boolean isReadable() {
    return reading instanceof Reading.Opened;
  }

  /**
   * Returns it as an attachment, so that no browser runs what somebody uploaded.
   *
   * @throws io.loanwright.web.ProblemException if it cannot be read
   */
  public ResponseEntity<Resource> answer() {
    byte[] bytes = FileProblems.content(reading).bytes();
    String disposition =
        ContentDisposition.attachment()
            .filename(file.name(), StandardCharsets.UTF_8)
            .build()
            .toString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type().contentType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new ByteArrayResource(bytes));
  }
}
