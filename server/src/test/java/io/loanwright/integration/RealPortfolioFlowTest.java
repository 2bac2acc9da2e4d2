package io.loanwright.integration;

import static io.loanwright.integration.ImportFixtures.done;
import static io.loanwright.integration.ImportFixtures.send;
import static io.loanwright.integration.ImportFixtures.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Portfolios that real lenders published, imported by the mappings of docs/using/import.md.
 *
 * <p>Its application has a business date of its own, and so a database that its thousands of loans
 * do not share with other tests.
 */
@FlowTest
@TestPropertySource(properties = "loanwright.business-date=2018-06-30")
class RealPortfolioFlowTest {

  private static final Path FILES = Path.of("../../shared/portfolio");
  private static final Path PAGE = Path.of("../docs/using/import.md");
  private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");

  private final Http admin;
  private final JdbcClient jdbc;
  private final Verifier verifier;

  RealPortfolioFlowTest(People people, JdbcClient jdbc, Verifier verifier) {
    this.admin = people.administrator();
    this.jdbc = jdbc;
    this.verifier = verifier;
  }

  @AfterEach
  void everyBalanceFollowsFromWhatCameIn() {
    assertThat(verifier.verify().first()).isEmpty();
  }

  @BeforeAll
  static void needsTheFiles() {
    assumeTrue(Files.isDirectory(FILES), "skipped: there are no portfolios in " + FILES);
  }

  @Test
  void fiveThousandConsumerLoansComeInToTheCent() throws IOException {
    byte[] file = Files.readAllBytes(FILES.resolve("lendingclub_2018q1.csv"));

    Answer ended = done(admin, send(admin, mapping(0), file, null, false));

    assertThat(ended.text("/loans/imported")).isEqualTo("5000");
    assertThat(ended.text("/loans/rejected")).isEqualTo("0");
    assertThat(total(ended, "AMOUNT", "books")).isEqualTo("80870050.00");
    assertThat(total(ended, "BALANCE", "books")).isEqualTo("71689011.02");
    assertThat(total(ended, "PAID_PRINCIPAL", "books")).isEqualTo("9117363.74");
    assertThat(total(ended, "PAID_INTEREST", "books")).isEqualTo("2941195.26");
    // One late fee in the file has nine decimals: 21.100000028.
    assertThat(total(ended, "PAID_PENALTIES", "file")).isEqualTo("696.280000028");
    assertThat(total(ended, "PAID_PENALTIES", "difference")).isEqualTo("0.000000028");
    assertThat(List.of("AMOUNT", "BALANCE", "PAID_PRINCIPAL", "PAID_INTEREST"))
        .allSatisfy(figure -> assertThat(total(ended, figure, "difference")).isEqualTo("0.00"));
    // 208 are fully paid, and one that is called current owes nothing.
    assertThat(byStatus("LendingClub loan"))
        .isEqualTo(Map.of("ACTIVE", 4786L, "CLOSED", 209L, "WRITTEN_OFF", 5L));
    assertThat(openingBalances("USD")).isEqualByComparingTo("71689011.02");
  }

  @Test
  void aBanksLoansComeInWithTheirPayments() throws IOException {
    byte[] loans = Files.readAllBytes(FILES.resolve("berka_loans.csv"));
    byte[] payments = Files.readAllBytes(FILES.resolve("berka_loan_payments_199307_199403.csv"));

    Answer dry = done(admin, send(admin, mapping(1), loans, payments, true));
    Answer ended = done(admin, send(admin, mapping(1), loans, payments, false));

    assertThat(dry.json().at("/totals")).isEqualTo(ended.json().at("/totals"));
    assertThat(ended.text("/loans/imported")).isEqualTo("682");
    assertThat(ended.text("/payments/imported")).isEqualTo("123");
    assertThat(total(ended, "AMOUNT", "books")).isEqualTo("103261740.00");
    assertThat(total(ended, "AMOUNT", "difference")).isEqualTo("0.00");
    assertThat(total(ended, "PAYMENTS", "books")).isEqualTo("483565.80");
    assertThat(total(ended, "PAYMENTS", "difference")).isEqualTo("0.00");
    // 203 A, 31 B, 403 C, 45 D, of which 27 A, 5 B and 2 C have payments and so run.
    assertThat(byStatus("Berka loan"))
        .isEqualTo(Map.of("ACTIVE", 480L, "CLOSED", 176L, "WRITTEN_OFF", 26L));

    Answer again = done(admin, send(admin, mapping(1), loans, payments, false));
    assertThat(again.text("/loans/present")).isEqualTo("682");
    assertThat(again.text("/payments/present")).isEqualTo("123");
    assertThat(total(again, "PAYMENTS", "difference")).isEqualTo("0.00");
  }

  private static String mapping(int number) throws IOException {
    return JSON.matcher(Files.readString(PAGE)).results().toList().get(number).group(1);
  }

  private Map<String, Long> byStatus(String product) {
    Map<String, Long> counts = new HashMap<>();
    jdbc.sql(
            """
            SELECT l.status, count(*) AS loans
              FROM loan.loan_card l
              JOIN product.product p ON p.id = l.product_id
             WHERE p.name = :name
             GROUP BY l.status
            """)
        .param("name", product)
        .query(row -> {
          counts.put(row.getString("status"), row.getLong("loans"));
        });
    return counts;
  }

  /** The books balance, and what was taken over is on the account of opening balances. */
  private BigDecimal openingBalances(String currency) {
    Answer balance = admin.get("/api/ledger/trial-balance?currency=" + currency).expect(200);
    assertThat(balance.text("/totals/debit")).isEqualTo(balance.text("/totals/credit"));
    return balance
        .json()
        .at("/rows")
        .valueStream()
        .filter(row -> row.at("/code").asString().equals("3900"))
        .map(row -> new BigDecimal(row.at("/credit").asString()))
        .findFirst()
        .orElseThrow();
  }
}
