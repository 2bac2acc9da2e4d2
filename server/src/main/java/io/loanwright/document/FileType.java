package io.loanwright.document;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken. */
public enum FileType {
  /** A paper, scanned or written. */
  PDF("application/pdf"),
  /** A picture. */
  PNG("image/png"),
  /** A photograph. */
  JPEG("image/jpeg");

  private final String contentType;

  FileType(String contentType) {
    this.contentType = contentType;
  }

  /** Returns the media type: {@code application/pdf}. */
  public String contentType() {
    return contentType;
  }

  /** Returns the kind with a media type, if such files are taken. */
  public static Optional<FileType> of(String contentType) {
    return Arrays.stream(values()).filter(type -> type.contentType.equals(contentType)).findFirst();
  }
}
