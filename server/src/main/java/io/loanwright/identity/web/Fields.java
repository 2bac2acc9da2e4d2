package io.loanwright.identity.web;

import io.loanwright.identity.Passwords;
import io.loanwright.identity.UserOutcome;
import io.loanwright.identity.session.OwnPassword;
import io.loanwright.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * What the requests of this module have in common: how names are read, and how a refused user is
 * told.
 */
final class Fields {

  static final int NAME_MAX = 200;
  static final int EMAIL_MAX = 254;
  static final int USERNAME_MAX = 50;
  static final int PASSWORD_MAX = 256;
  static final int TOKEN_MAX = 200;
  static final int CODE_MAX = 40;

  static final String NOT_BLANK = "(?s).*\\S.*";

  static final String USERNAME = "\\s*[A-Za-z0-9][A-Za-z0-9._-]{2,}\\s*";

  static final String USERNAME_MESSAGE =
      "must have at least 3 letters, digits, dots, - or _ and start with a letter or digit";

  private Fields() {}

  static void requireGoodPassword(String field, String password) {
    Passwords.objection(password)
        .ifPresent(objection -> {
          throw ProblemException.invalid(field, objection);
        });
  }

  /** Refuses a current password that is not the caller's, or has to wait. */
  static void requireOwn(OwnPassword.Answer answer, HttpServletResponse response) {
    switch (answer) {
      case OwnPassword.Answer.Right _ -> {}
      case OwnPassword.Answer.Wrong _ ->
          throw ProblemException.rule(
              "wrong-password", "currentPassword", "must be the password that you have now");
      case OwnPassword.Answer.TooMany(Duration retryAfter) ->
          throw TooMany.of(retryAfter, response);
    }
  }

  /** Returns the refusal that an outcome is. */
  static ProblemException problem(UserOutcome outcome) {
    return switch (outcome) {
      case UserOutcome.Kept kept ->
          throw new IllegalArgumentException("Not refused: " + kept.user().id());
      case UserOutcome.EmailTaken taken -> emailTaken(taken.email());
      case UserOutcome.UsernameTaken taken ->
          ProblemException.conflict(
              "username-taken",
              "Somebody else is called " + taken.username() + ". Choose another username.");
      case UserOutcome.RoleUnfit _ ->
          ProblemException.invalid(
              "role",
              "must be a role that fits; staff cannot become borrowers, nor borrowers staff");
      case UserOutcome.BranchUnknown _ -> branchUnknown();
      case UserOutcome.Unknown _ -> ProblemException.notFound("A user");
      case UserOutcome.Erased _ ->
          ProblemException.conflict(
              "user-erased", "This account was erased, and nothing is written of it any more.");
      case UserOutcome.Stale _ -> ProblemException.stale();
      case UserOutcome.LastAdministrator _ ->
          ProblemException.conflict(
              "last-administrator", "One administrator has to stay. Make somebody else one first.");
    };
  }

  static ProblemException emailTaken(String email) {
    return ProblemException.conflict(
        "email-taken", "Somebody with the e-mail address " + email + " has an account.");
  }

  static ProblemException branchUnknown() {
    return ProblemException.invalid("branchId", "must be the id of an active branch");
  }
}
