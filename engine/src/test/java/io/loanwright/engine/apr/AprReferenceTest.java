package io.loanwright.engine.apr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.loanwright.engine.date.PeriodUnit;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rates that the law's own examples give: 12 CFR Part 1026 (Regulation Z), Appendix J. */
class AprReferenceTest {

  private static final Path FIGURES = Path.of("../../shared/reference/apr.jsonl");
  private static final Currency USD = Currency.of("USD");
  private static final int DECIMALS = 6;

  @Test
  void actuarialRatesAreThoseOfAppendixJ() throws IOException {
    assumeTrue(Files.exists(FIGURES), "skipped: " + FIGURES + " is not here");
    JsonMapper mapper = JsonMapper.builder().build();
    List<JsonNode> cases =
        Files.readAllLines(FIGURES).stream()
            .map(mapper::readTree)
            .filter(node -> node.path("category").asString().equals("apr/us-regz"))
            .toList();

    assertThat(cases).hasSize(14).allSatisfy(AprReferenceTest::check);
  }

  private static void check(JsonNode node) {
    JsonNode inputs = node.path("inputs");
    BigDecimal expected = new BigDecimal(node.path("expected").path("apr_percent").asString());
    BigDecimal tolerance = new BigDecimal(node.path("tolerance").path("apr_percent").asString());

    BigDecimal rate =
        ActuarialApr.of(
                advances(inputs.path("advances")),
                payments(inputs.path("payments")),
                unitPeriod(inputs.path("unit_period")),
                DECIMALS)
            .orElseThrow();

    assertThat(rate.subtract(expected).abs())
        .as("%s: expected %s, got %s", node.path("id").asString(), expected, rate)
        .isLessThanOrEqualTo(tolerance);
  }

  private static UnitPeriod unitPeriod(JsonNode node) {
    return new UnitPeriod(node.path("multiple").asInt(), unit(node));
  }

  private static PeriodUnit unit(JsonNode node) {
    return PeriodUnit.valueOf(node.path("base").asString().toUpperCase(Locale.ROOT) + "S");
  }

  private static List<CashFlow> advances(JsonNode nodes) {
    List<CashFlow> flows = new ArrayList<>();
    for (JsonNode node : nodes) {
      flows.add(
          new CashFlow(
              LocalDate.parse(node.path("date").asString()),
              Money.of(node.path("amount").asString(), USD)));
    }
    return flows;
  }

  private static List<CashFlow> payments(JsonNode nodes) {
    List<CashFlow> flows = new ArrayList<>();
    for (JsonNode node : nodes) {
      LocalDate first = LocalDate.parse(node.path("first_date").asString());
      Money amount = Money.of(node.path("amount").asString(), USD);
      for (int i = 0; i < node.path("count").asInt(); i++) {
        JsonNode every = node.path("every");
        LocalDate on =
            i == 0 ? first : unit(every).add(first, (long) i * every.path("multiple").asInt());
        flows.add(new CashFlow(on, amount));
      }
    }
    return flows;
  }
}
