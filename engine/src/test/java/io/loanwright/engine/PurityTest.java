package io.loanwright.engine;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The engine is a pure function: no framework, no database, no clock. */
class PurityTest {

  private static final ArchRule NO_FRAMEWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "java.sql..",
              "javax.sql..",
              "java.net..",
              "java.io..",
              "java.nio.file..",
              "tools.jackson..");

  private static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Clock.class)
          .orShould()
          .callMethodWhere(target(name("now")))
          .orShould()
          .callMethodWhere(target(name("currentTimeMillis")));

  @Test
  void engineKnowsNoFrameworkAndNoClock() {
    JavaClasses engine =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.loanwright.engine");

    assertThat(engine).isNotEmpty();
    NO_FRAMEWORK.check(engine);
    NO_CLOCK.check(engine);
  }

  @Test
  void rulesBiteOnAClassThatBreaksThem() {
    JavaClasses planted = new ClassFileImporter().importClasses(ReadsTheClock.class, Golden.class);

    assertThat(NO_CLOCK.evaluate(planted).hasViolation()).isTrue();
    assertThat(NO_FRAMEWORK.evaluate(planted).hasViolation()).isTrue();
  }

  /** Breaks the rule about clocks, so that the rule is seen to bite. */
  static final class ReadsTheClock {

    private ReadsTheClock() {}

    static Year thisYear() {
      return Year.now(ZoneOffset.UTC);
    }
  }
}
