package io.loanwright.bench.conformance;

import io.loanwright.engine.terms.ChargeBasis;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.engine.terms.ChargeTerms;
import io.loanwright.engine.terms.ChargeTiming;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Reads a charge, agreed with the loan or laid later, into terms. */
final class ChargeReader {

  private ChargeReader() {}

  /** Reads a charge; one that does not say otherwise is an amount on its due date. */
  static ChargeTerms read(JsonNode charge) {
    ChargeTiming timing = timing(charge);
    return new ChargeTerms(
        charge.path("charge").asString("charge"),
        kind(charge),
        timing,
        basis(charge),
        new BigDecimal(charge.path("amount").asString()),
        timing == ChargeTiming.DATE ? TermsReader.date(charge.path("due_date")) : null);
  }

  private static ChargeKind kind(JsonNode charge) {
    boolean isPenalty =
        charge.has("penalty")
            ? charge.path("penalty").asBoolean(false)
            : charge.path("charge").asString("").contains("NSF");
    return isPenalty ? ChargeKind.PENALTY : ChargeKind.FEE;
  }

  private static ChargeTiming timing(JsonNode charge) {
    return switch (charge.path("time").asString("SPECIFIED_DUE_DATE")) {
      case "DISBURSEMENT" -> ChargeTiming.DISBURSEMENT;
      case "INSTALLMENT" -> ChargeTiming.EACH_INSTALLMENT;
      case "SPECIFIED_DUE_DATE" -> ChargeTiming.DATE;
      case String other -> throw new Unsupported("charge at " + other);
    };
  }

  private static ChargeBasis basis(JsonNode charge) {
    return switch (charge.path("calculation").asString("FLAT")) {
      case "FLAT" -> ChargeBasis.FIXED;
      case "PERCENTAGE_AMOUNT", "PERCENTAGE_DISBURSEMENT_AMOUNT" ->
          ChargeBasis.PERCENT_OF_PRINCIPAL;
      case "PERCENTAGE_INTEREST" -> ChargeBasis.PERCENT_OF_INTEREST;
      case "PERCENTAGE_LOAN_AMOUNT_PLUS_INTEREST" -> ChargeBasis.PERCENT_OF_PRINCIPAL_AND_INTEREST;
      case String other -> throw new Unsupported("charge by " + other);
    };
  }
}
