package io.loanwright.document;

import io.loanwright.document.intake.Taking;
import io.loanwright.document.vault.Content;
import java.util.Optional;

/** What came of looking at a file that is to be attached to something. */
public sealed interface TakenIn {

  /** It is fit to be kept. */
  record Fit(FileType type, Content content) implements TakenIn {}

  /** It is not taken; {@link Taking.Taken} is never here. */
  record Refused(Taking why) implements TakenIn {

    /** Returns what the virus scanner calls what it found in it, if that is why. */
    public Optional<String> virus() {
      return why instanceof Taking.Infected(String signature)
          ? Optional.of(signature)
          : Optional.empty();
    }
  }
}
