package io.loanwright.document.vault;

import java.io.IOException;
import java.util.Optional;

/** Where sealed contents lie: a folder, or a store of objects. */
interface ObjectStore {

  /** Which store a content lies in. */
  enum Kind {
    /** The data folder. */
    FOLDER,
    /** A store that speaks S3. */
    S3
  }

  Kind kind();

  /** Returns whether the settings name it. */
  boolean isUsed();

  /** Keeps bytes under a name of hexadecimal digits; when it returns they are durable. */
  void put(String place, byte[] sealed) throws IOException;

  /** Returns what is kept under a name, or nothing. */
  Optional<byte[]> get(String place) throws IOException;

  /** Returns whether something is kept under a name. */
  boolean has(String place) throws IOException;

  /** Forgets what is kept under a name, if there is anything. */
  void delete(String place) throws IOException;
}
