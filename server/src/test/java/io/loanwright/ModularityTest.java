package io.loanwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.database.Migrations;
import io.loanwright.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import planted.Planted;

/** Modules use each other only as their package-info says, never in circles, never internals. */
class ModularityTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(Loanwright.class);

  @Test
  void everyModuleKeepsToItsDeclaredDependencies() {
    assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
        .contains("engine", "web", "database");

    MODULES.verify();
  }

  @Test
  void aModuleThatUsesAnotherWithoutLeaveIsFound() {
    ApplicationModules planted = ApplicationModules.of(Planted.class, _ -> true);

    assertThatThrownBy(planted::verify)
        .isInstanceOf(Violations.class)
        .hasMessageContaining("Module 'lender' depends on module 'secret'");
  }

  @Test
  void everyBusinessModuleDeclaresWhatItMayUse() {
    assertThat(MODULES.stream())
        .filteredOn(module -> Migrations.MODULES.contains(module.getIdentifier().toString()))
        .allSatisfy(module ->
            assertThat(module.getBasePackage().getAnnotation(annotation()))
                .as("@ApplicationModule on package %s", module.getBasePackage().getName())
                .isPresent());
  }

  @Test
  void migrationsRunInTheOrderOfTheModuleGraph() {
    assertThat(MODULES.stream())
        .filteredOn(module -> Migrations.MODULES.contains(module.getIdentifier().toString()))
        .allSatisfy(ModularityTest::runsAfterWhatItUses);
  }

  @Test
  void thePictureOfTheModulesIsTrue() throws IOException {
    String page = Files.readString(Path.of("../docs/architecture.md"));
    String picture = "```mermaid\n" + ModulePicture.of(MODULES) + "```";

    Golden.assertMatches(
        "docs/architecture.md",
        page.replaceFirst("(?s)```mermaid\n.*?```", Matcher.quoteReplacement(picture)),
        ModularityTest.class);
  }

  private static void runsAfterWhatItUses(ApplicationModule module) {
    int own = Migrations.MODULES.indexOf(module.getIdentifier().toString());
    assertThat(
            module
                .getDirectDependencies(MODULES)
                .uniqueModules()
                .map(used -> Migrations.MODULES.indexOf(used.getIdentifier().toString())))
        .as("modules that %s uses", module.getIdentifier())
        .allSatisfy(used -> assertThat(used).isLessThan(own));
  }

  private static Class<org.springframework.modulith.ApplicationModule> annotation() {
    return org.springframework.modulith.ApplicationModule.class;
  }
}
