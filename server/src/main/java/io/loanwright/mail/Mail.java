package io.loanwright.mail;

/**
 * A message in plain text.
 *
 * @param to one address
 * @param subject one line
 * @param text the message; may hold a link that signs in, so it is never logged and is wiped once
 *     it is out
 */
public record Mail(String to, String subject, String text) {

  public Mail {
    if (subject.contains("\n")
        || subject.contains("\r")
        || to.contains("\n")
        || to.contains("\r")) {
      throw new IllegalArgumentException("A header of a mail is one line");
    }
  }

  /** Leaves out the text, so that the record may be logged. */
  @Override
  public String toString() {
    return "Mail to " + to + ": " + subject;
  }
}
