package io.loanwright.document.intake;

/** Why a file of a kind that is taken is refused all the same. */
public enum Fault {
  /** It is no picture that can be drawn. */
  PICTURE_UNREADABLE("cannot be read as a picture. Take it anew, or save it as PNG or JPEG"),
  /** It has more dots than {@link Pictures#DOTS_MAX}. */
  PICTURE_TOO_LARGE("has more than 50 million dots. Scan it with fewer dots per inch"),
  /** It asks for a password, so nobody can look into it. */
  PDF_LOCKED("is protected by a password or against copying. Print it to a new PDF"),
  /** It runs programs, opens others, or carries files. */
  PDF_ACTIVE("contains programs, forms or other files. Print it to a new PDF"),
  /** Its parts are packed so that nobody can look into them within reason. */
  PDF_PACKED("is packed in a way that cannot be looked into. Print it to a new PDF");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /** Returns what is wrong and what to do, as the end of a sentence about the file. */
  public String words() {
    return words;
  }
}
