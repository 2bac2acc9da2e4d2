package io.loanwright.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets {@link NotBlank} refuse every text that shows nothing: the usual check knows the spaces of
 * ASCII only, so that an em space, or one without width, would pass as a reason.
 */
@Configuration(proxyBeanMethods = false)
class BlankTexts {

  @Bean
  ValidationConfigurationCustomizer everyKindOfSpace() {
    return configuration -> {
      if (configuration instanceof HibernateValidatorConfiguration hibernate) {
        ConstraintMapping mapping = hibernate.createConstraintMapping();
        mapping
            .constraintDefinition(NotBlank.class)
            .includeExistingValidators(false)
            .validatedBy(Check.class);
        hibernate.addMapping(mapping);
      }
    };
  }

  /** Looks for a character that shows. */
  static final class Check implements ConstraintValidator<NotBlank, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
      return text != null && !text.codePoints().allMatch(Check::showsNothing);
    }

    private static boolean showsNothing(int character) {
      return Character.isWhitespace(character)
          || Character.isSpaceChar(character)
          || Character.getType(character) == Character.FORMAT
          || Character.getType(character) == Character.CONTROL;
    }
  }
}
