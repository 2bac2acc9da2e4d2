package io.loanwright.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The body of every refusal: RFC 9457 with a stable code and, for invalid input, the fields.
 *
 * @param type always {@code about:blank}; the code tells problems apart
 * @param title the words that belong to the status
 * @param status the HTTP status
 * @param code what clients branch on, in kebab case
 * @param detail what is wrong and what to do, in plain words
 * @param errors the fields that are wrong, left out where there are none
 * @param incident the number under which the log has the cause; only with a 5xx
 * @param challenge what goes back with the code; only with {@code second-factor-required}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    List<FieldError> errors,
    @Nullable String incident,
    @Nullable String challenge) {

  /** Returns a problem that is the client's to solve. */
  public static Problem of(
      HttpStatusCode status, String code, String detail, List<FieldError> errors) {
    return new Problem(
        "about:blank",
        title(status),
        status.value(),
        code,
        detail,
        errors.stream().map(FieldError::asSentence).toList(),
        null,
        null);
  }

  /** Returns the same problem with a challenge. */
  Problem with(@Nullable String given) {
    return new Problem(type, title, status, code, detail, errors, incident, given);
  }

  /** Leaves out the challenge, so that the record may be logged. */
  @Override
  public String toString() {
    return status + " " + code;
  }

  /**
   * Returns a problem that is ours.
   *
   * @param incident the number under which it was logged
   */
  public static Problem internal(String incident) {
    HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
    return new Problem(
        "about:blank",
        title(status),
        status.value(),
        "internal",
        "Something went wrong on our side. Nothing was kept. Please report incident "
            + incident
            + ".",
        List.of(),
        incident,
        null);
  }

  private static String title(HttpStatusCode status) {
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "Refused" : known.getReasonPhrase();
  }
}
