package io.loanwright.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that can be stored and printed: no control characters and no halves of characters.
 *
 * <p>PostgreSQL cannot keep NUL, UTF-8 cannot write half of a surrogate pair, and a line break in a
 * name breaks papers and lists.
 */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

  /** What the client reads. */
  String message() default "must not contain control characters";

  /** The groups of Jakarta Validation; not used. */
  Class<?>[] groups() default {};

  /** The payload of Jakarta Validation; not used. */
  Class<? extends Payload>[] payload() default {};

  /** Whether the text may have several lines, and tabs. */
  boolean lines() default false;

  /** Looks at every character. */
  final class Check implements ConstraintValidator<PlainText, String> {

    private boolean lines;

    @Override
    public void initialize(PlainText constraint) {
      lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || text.codePoints().allMatch(this::isPlain);
    }

    private boolean isPlain(int character) {
      return switch (Character.getType(character)) {
        case Character.SURROGATE -> false;
        case Character.CONTROL ->
            lines && (character == '\n' || character == '\r' || character == '\t');
        default -> true;
      };
    }
  }
}
