package io.loanwright.identity.security;

import io.loanwright.web.ProblemException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;

/** A caller whose role is enough is refused until he shows more of who he is. */
final class NotShown extends AccessDeniedException {

  private final String code;

  private NotShown(String code, String detail) {
    super(detail);
    this.code = code;
  }

  /** What is critical is asked again. */
  static NotShown confirmationDue() {
    return new NotShown(
        "confirmation-due",
        "Confirm with a code of your app that it is you (POST /api/profile/confirm), and repeat"
            + " this.");
  }

  /** The role needs a second factor. */
  static NotShown factorLacking() {
    return new NotShown(
        "second-factor-lacking",
        "Your role needs a second factor. Set one up on your profile first.");
  }

  ProblemException problem() {
    return new ProblemException(
        HttpStatus.FORBIDDEN, code, String.valueOf(getMessage()), List.of());
  }
}
