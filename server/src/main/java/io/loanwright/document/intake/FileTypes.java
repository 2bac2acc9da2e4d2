package io.loanwright.document.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.Tika;

/** Says what a file is by looking into it. */
final class FileTypes {

  private FileTypes() {}

  /** Returns the media type of a file's content; its name is not asked. */
  static String of(InputStream content) throws IOException {
    return Detection.TIKA.detect(new BufferedInputStream(content));
  }

  /** Read on first use: knowing all types takes a while, and starting need not wait for it. */
  private static final class Detection {
    static final Tika TIKA = new Tika();
  }
}
