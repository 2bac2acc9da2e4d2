package io.loanwright.web;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says in plain words why a JSON body could not be read, and which field is to blame. */
final class UnreadableBody {

  /** How the parser starts to say that a field is there twice. */
  private static final Pattern TWICE =
      Pattern.compile("Duplicate Object property (\"[^\"]{0,100}\")");

  private UnreadableBody() {}

  static Problem problem(HttpMessageNotReadableException refusal) {
    for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof InputCoercionException range && !field(range).isEmpty()) {
        return ProblemException.invalid(field(range), "is out of range").problem();
      }
      if (cause instanceof StreamConstraintsException tooMuch) {
        return malformed(excess(tooMuch) + place(tooMuch) + ".");
      }
      if (cause instanceof StreamReadException broken) {
        return malformed(fault(broken) + place(broken) + ".");
      }
      if (cause instanceof DatabindException wrong) {
        String field = field(wrong);
        return field.isEmpty()
            ? malformed("The body must be " + shape(wrong) + ".")
            : ProblemException.invalid(field, words(wrong)).problem();
      }
    }
    return malformed("A JSON body is required.");
  }

  private static Problem malformed(String detail) {
    return Problem.of(HttpStatus.BAD_REQUEST, "malformed", detail, List.of());
  }

  private static String fault(StreamReadException broken) {
    Matcher twice = TWICE.matcher(Objects.requireNonNullElse(broken.getOriginalMessage(), ""));
    return twice.lookingAt()
        ? "The body has the field " + twice.group(1) + " twice"
        : "The body is not valid JSON";
  }

  private static String excess(StreamConstraintsException tooMuch) {
    String own = Objects.requireNonNullElse(tooMuch.getOriginalMessage(), "");
    if (own.startsWith("Number")) {
      return "A number in the body is too long";
    }
    return own.startsWith("Document nesting")
        ? "The body is nested too deep"
        : "A text in the body is too long";
  }

  private static String place(JacksonException broken) {
    TokenStreamLocation at = broken.getLocation();
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String words(DatabindException wrong) {
    return switch (wrong) {
      case UnrecognizedPropertyException _ -> "is not a known field";
      case InvalidFormatException format -> format(format);
      case MismatchedInputException mismatch -> InvalidFields.expectation(mismatch.getTargetType());
      case ValueInstantiationException refused when refused.getCause() != null ->
          Objects.requireNonNullElse(refused.getCause().getMessage(), "is not valid");
      default -> "is not valid";
    };
  }

  /** Our own deserializers write words for the client, which all start alike. */
  private static String format(InvalidFormatException wrong) {
    String own = wrong.getOriginalMessage();
    return own != null && own.startsWith("must ")
        ? own
        : InvalidFields.expectation(wrong.getTargetType());
  }

  private static String shape(DatabindException wrong) {
    return wrong instanceof ValueInstantiationException ? words(wrong) : "a JSON object";
  }

  private static String field(JacksonException wrong) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : wrong.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
