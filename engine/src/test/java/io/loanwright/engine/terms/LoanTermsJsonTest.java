package io.loanwright.engine.terms;

import static io.loanwright.engine.Loans.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Terms are kept as JSON; a plain mapper must write and read them without loss. */
class LoanTermsJsonTest {

  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void termsComeBackFromJsonAsTheyWere() {
    LoanTerms terms =
        monthly("9.4822", 12)
            .withCharges(
                List.of(
                    new ChargeTerms(
                        "Processing",
                        ChargeKind.FEE,
                        ChargeTiming.DATE,
                        ChargeBasis.FIXED,
                        new BigDecimal("10.50"),
                        LocalDate.of(2026, 3, 1))))
            .withGrace(new GraceTerms(1, 2, 3));

    String json = mapper.writeValueAsString(terms);

    assertThat(mapper.readValue(json, LoanTerms.class)).isEqualTo(terms);
  }
}
