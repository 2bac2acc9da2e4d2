package io.loanwright.document.intake;

/**
 * A dictionary of a PDF, as far as one has to read it to know where it ends: what is in a string or
 * a comment ends nothing.
 *
 * <p>Source: ISO 32000-2, sections 7.2 and 7.3.
 *
 * @param from where one began to read
 * @param next where what follows the dictionary begins; where one stopped if there is none
 */
record PdfDictionary(int from, int next) {

  /** Reads what begins at a place, which need not be a dictionary. */
  static PdfDictionary at(byte[] file, int from) {
    Reading reading = new Reading(file, from);
    reading.skipBlanks();
    if (reading.isTwice('<')) {
      reading.skipDictionary();
      reading.skipBlanks();
    }
    return new PdfDictionary(from, reading.at);
  }

  /** Returns how many signs were read. */
  int read() {
    return next - from;
  }

  private static final class Reading {

    private final byte[] file;
    private int at;

    Reading(byte[] file, int at) {
      this.file = file;
      this.at = at;
    }

    boolean isTwice(char sign) {
      return at + 1 < file.length && file[at] == sign && file[at + 1] == sign;
    }

    /** Skips white space and comments. */
    void skipBlanks() {
      while (at < file.length && (isBlank(file[at]) || file[at] == '%')) {
        if (file[at] == '%') {
          skipComment();
        } else {
          at++;
        }
      }
    }

    void skipDictionary() {
      int depth = 0;
      while (at < file.length) {
        if (isTwice('<')) {
          depth++;
          at += 2;
        } else if (isTwice('>')) {
          depth--;
          at += 2;
          if (depth == 0) {
            return;
          }
        } else {
          skipPart();
        }
      }
    }

    private void skipPart() {
      switch (file[at]) {
        case '(' -> skipString();
        case '%' -> skipComment();
        case '<' -> skipHexString();
        default -> at++;
      }
    }

    private void skipComment() {
      while (at < file.length && file[at] != '\r' && file[at] != '\n') {
        at++;
      }
    }

    private void skipHexString() {
      while (at < file.length && file[at] != '>') {
        at++;
      }
      at++;
    }

    private void skipString() {
      int depth = 0;
      while (at < file.length) {
        switch (file[at]) {
          case '\\' -> at++;
          case '(' -> depth++;
          case ')' -> depth--;
          default -> {}
        }
        at++;
        if (depth == 0) {
          return;
        }
      }
    }

    private static boolean isBlank(byte sign) {
      return sign == 0
          || sign == '\t'
          || sign == '\n'
          || sign == '\f'
          || sign == '\r'
          || sign == ' ';
    }
  }
}
