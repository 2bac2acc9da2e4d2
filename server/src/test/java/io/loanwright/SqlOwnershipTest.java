package io.loanwright;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.database.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Modulith reads types, not SQL; this reads the SQL: a module touches only its own schema. */
class SqlOwnershipTest {

  private static final Path SOURCES = Path.of("src/main/java/io/loanwright");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?i)\\b(?:from|join|into|update|truncate|table|copy)\\s+(?:only\\s+)?([a-z_]+)\\.([a-z_]+)");
  private static final Pattern REFERENCE =
      Pattern.compile("(?i)\\breferences\\s+([a-z_]+)\\.([a-z_]+)");

  /** Views that other modules may read; each is named in its owner's package-info. */
  private static final Set<String> PUBLISHED =
      Set.of(
          "audit.archive_card",
          "audit.event_card",
          "audit.waiting",
          "borrower.borrower_card",
          "borrower.borrower_figure",
          "borrower.relative_in_force",
          "collection.promise_card",
          "identity.session_card",
          "document.document_card",
          "ledger.expense_posting",
          "ledger.lender_wallet_card",
          "ledger.loan_movement",
          "ledger.posting",
          "ledger.sourced_line",
          "loan.ageing_figure",
          "loan.allocation",
          "loan.due_figure",
          "loan.recovery",
          "loan.top_up",
          "loan.loan_card",
          "loan.loan_owed",
          "loan.portfolio_figure",
          "loan.portfolio_of_day",
          "loan.standing_flag",
          "loan.unpaid_installment",
          "mail.message_card",
          "organization.letterhead",
          "payment.day_figure",
          "payment.payment_card");

  @Test
  void aModulesCodeNamesOnlyItsOwnTablesAndPublishedViews() throws IOException {
    List<String> violations = new ArrayList<>();
    for (Path file : files(SOURCES, ".java")) {
      violations.addAll(violations(module(SOURCES, file), Files.readString(file)));
    }

    assertThat(violations).isEmpty();
  }

  @Test
  void whatIsPublishedIsNamedByItsOwner() throws IOException {
    for (String view : PUBLISHED) {
      String module = view.substring(0, view.indexOf('.'));
      assertThat(Files.readString(SOURCES.resolve(module).resolve("package-info.java")))
          .contains(view);
    }
  }

  @Test
  void aModulesMigrationsTouchOnlyItsOwnSchema() throws IOException {
    List<String> violations = new ArrayList<>();
    int tables = 0;
    for (Path file : files(MIGRATIONS, ".sql")) {
      String module = module(MIGRATIONS, file);
      String sql = Files.readString(file);
      tables += TABLE.matcher(sql).results().toList().size();
      if (!module.equals(Migrations.ROOT)) {
        violations.addAll(violations(module, sql));
        violations.addAll(backwardReferences(module, sql));
      }
    }

    assertThat(violations).isEmpty();
    assertThat(tables).as("tables seen; none means that the pattern is broken").isPositive();
  }

  @Test
  void everyFolderOfMigrationsIsRun() throws IOException {
    try (Stream<Path> folders = Files.list(MIGRATIONS)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .isSubsetOf(
              Stream.concat(Stream.of(Migrations.ROOT), Migrations.MODULES.stream()).toList());
    }
  }

  @Test
  void aForeignTableIsFound() {
    assertThat(
            violations("loan", "SELECT 1 FROM ledger.journal_entry e JOIN loan.event USING (id)"))
        .containsExactly("loan uses ledger.journal_entry");
    assertThat(violations("loan", "update borrower.person set name = ''"))
        .containsExactly("loan uses borrower.person");
  }

  @Test
  void aForeignKeyAgainstTheModuleGraphIsFound() {
    assertThat(backwardReferences("ledger", "loan_id uuid REFERENCES loan.loan"))
        .containsExactly("ledger refers to loan.loan");
    assertThat(backwardReferences("loan", "borrower_id uuid REFERENCES borrower.borrower"))
        .isEmpty();
  }

  private static List<String> violations(String module, String text) {
    List<String> found = new ArrayList<>();
    Matcher table = TABLE.matcher(text);
    while (table.find()) {
      String schema = table.group(1).toLowerCase(Locale.ROOT);
      String name = schema + "." + table.group(2).toLowerCase(Locale.ROOT);
      if (Migrations.MODULES.contains(schema)
          && !schema.equals(module)
          && !PUBLISHED.contains(name)) {
        found.add(module + " uses " + name);
      }
    }
    return found;
  }

  private static List<String> backwardReferences(String module, String sql) {
    return REFERENCE
        .matcher(sql)
        .results()
        .filter(match ->
            Migrations.MODULES.indexOf(match.group(1).toLowerCase(Locale.ROOT))
                > Migrations.MODULES.indexOf(module))
        .map(match -> module + " refers to " + match.group(1) + "." + match.group(2))
        .toList();
  }

  private static String module(Path root, Path file) {
    return root.relativize(file).getName(0).toString();
  }

  private static List<Path> files(Path root, String suffix) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
