package io.loanwright.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.loan.Lending;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.testing.RecordedStatements;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What is read most needs no more statements than are named here, and none twice. */
@FlowTest
@Import(RecordedStatements.class)
class ReadStatementsFlowTest {

  private static final Pattern FROM = Pattern.compile("FROM ([a-z_.]+)");

  /** What is asked about a loan in the statement that reads it. */
  private static final Set<String> BESIDE = Set.of("loan.flag", "loan.request");

  private final Http http;
  private final Lending lending;
  private final RecordedStatements statements;

  ReadStatementsFlowTest(Http http, People people, RecordedStatements statements) {
    this.http = http;
    this.lending = new Lending(people);
    this.statements = statements;
  }

  @Test
  void aLoanWithWhatMayBeDoneWithItTakesFive() {
    UUID running = lending.active("1200.00", Lending.TODAY);
    UUID asked = lending.application("1200.00");

    for (UUID loan : List.of(running, asked)) {
      String path = "/api/loans/" + loan;
      assertThat(lending.manager().get(path).expect(200).json().get("actions")).isNotEmpty();

      assertThat(tables(lending.manager(), path))
          .as("session, loan with steps and borrower, events, business date, product")
          .containsExactlyInAnyOrder(
              "identity.session",
              "loan.loan",
              "loan.event",
              "organization.profile",
              "product.product");
    }
  }

  @Test
  void aScheduleTakesFour() {
    UUID loan = lending.active("1200.00", Lending.TODAY);

    assertThat(tables(lending.manager(), "/api/loans/" + loan + "/schedule"))
        .containsExactlyInAnyOrder(
            "identity.session", "loan.loan", "loan.event", "organization.profile");
  }

  @Test
  void aPublicOfferTakesNone() {
    statements.begin();
    http.post(
            "/api/calculator/schedule",
            Map.of(
                "currency", "EUR",
                "principal", "1000.00",
                "annualRate", "12",
                "repayments", 12,
                "unit", "MONTHS",
                "disbursedOn", "2026-03-02"))
        .expect(200);

    assertThat(statements.end()).isEmpty();
  }

  /** Returns the first table of each statement that a request takes, once it was asked before. */
  private List<String> tables(Http caller, String path) {
    caller.get(path).expect(200);
    statements.begin();
    caller.get(path).expect(200);
    List<String> made = statements.end().stream().map(RecordedStatements.Seen::sql).toList();
    assertThat(made).as("no statement twice").hasSameSizeAs(new HashSet<>(made));
    return made.stream().map(ReadStatementsFlowTest::table).toList();
  }

  /** What begins a line is read; what a question in parentheses asks comes with it. */
  private static String table(String sql) {
    return sql.lines()
        .map(String::strip)
        .map(FROM::matcher)
        .filter(Matcher::lookingAt)
        .map(found -> found.group(1))
        .filter(name -> !name.startsWith("borrower.") && !BESIDE.contains(name))
        .findFirst()
        .orElse(sql);
  }
}
