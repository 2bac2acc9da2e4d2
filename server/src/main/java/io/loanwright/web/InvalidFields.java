package io.loanwright.web;

import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Reads from what validation found which fields are wrong, and why. */
final class InvalidFields {

  private InvalidFields() {}

  static List<FieldError> of(MethodArgumentNotValidException refusal) {
    return of(refusal.getBindingResult());
  }

  static List<FieldError> of(HandlerMethodValidationException refusal) {
    return refusal.getParameterValidationResults().stream().flatMap(InvalidFields::of).toList();
  }

  static List<FieldError> of(ConstraintViolationException refusal) {
    return refusal.getConstraintViolations().stream()
        .map(v -> new FieldError(lastNode(v.getPropertyPath().toString()), v.getMessage()))
        .toList();
  }

  /** Returns what a parameter should have been, for one that could not be converted. */
  static String expectation(TypeMismatchException refusal) {
    Class<?> type = refusal.getRequiredType();
    for (Throwable cause = refusal.getCause(); cause != null; cause = cause.getCause()) {
      if (isOfTime(type) && cause instanceof IllegalArgumentException) {
        String words = cause.getMessage();
        if (words != null && words.startsWith("must ")) {
          return words;
        }
      }
    }
    return expectation(type);
  }

  private static boolean isOfTime(@Nullable Class<?> type) {
    return type == LocalDate.class || type == Instant.class;
  }

  /** Returns what a value of a type looks like, as the end of a sentence. */
  static String expectation(@Nullable Class<?> type) {
    if (type == null) {
      return "has the wrong type";
    }
    if (type.isEnum()) {
      return "must be one of "
          + String.join(
              ", ", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    if (type == UUID.class) {
      return "must be an id like 0190b3a2-5c1e-7d3f-8a4b-1c2d3e4f5a6b";
    }
    if (type == LocalDate.class) {
      return "must be a date like 2026-01-31";
    }
    if (type == OffsetDateTime.class || type == Instant.class) {
      return "must be a moment like 2026-01-31T10:15:30Z";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "must be true or false";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "must be a number";
    }
    return type == String.class ? "must be text, in quotes" : "has the wrong form";
  }

  private static Stream<FieldError> of(ParameterValidationResult result) {
    if (result instanceof ParameterErrors errors) {
      return errors.getAllErrors().stream().map(InvalidFields::of);
    }
    String name =
        Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "value");
    return result.getResolvableErrors().stream().map(e -> new FieldError(name, words(e)));
  }

  private static List<FieldError> of(BindingResult result) {
    return result.getAllErrors().stream().map(InvalidFields::of).toList();
  }

  private static FieldError of(ObjectError error) {
    String field =
        error instanceof org.springframework.validation.FieldError named
            ? named.getField()
            : error.getObjectName();
    return new FieldError(field, words(error));
  }

  private static String words(MessageSourceResolvable error) {
    if (error instanceof ObjectError bound && bound.contains(TypeMismatchException.class)) {
      return expectation(bound.unwrap(TypeMismatchException.class));
    }
    String words = Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    return words.equals(Amounts.EXPECTED)
            && error instanceof org.springframework.validation.FieldError named
            && named.getRejectedValue() instanceof String text
        ? Amounts.expectation(text)
        : words;
  }

  private static String lastNode(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
