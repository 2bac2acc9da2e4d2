package io.loanwright.audit;

/** A file with old rows of the trail is damaged, or another one than was written. */
public final class ArchiveUnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;

  /**
   * A file cannot be read.
   *
   * @param file its name
   */
  public ArchiveUnreadableException(String file, Throwable cause) {
    super("The archive " + file + " cannot be read", cause);
    this.file = file;
  }

  /** Returns the name of the file. */
  public String file() {
    return file;
  }
}
