package io.loanwright.live;

import io.loanwright.testing.Http;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Loans of five years, repaid in so small sums that thousands of events come together. */
final class LongLoans {

  private static final int MONTHS = 60;

  /** What is paid of all that is asked for, so that the loan runs on. */
  private static final BigDecimal SHARE = new BigDecimal("0.97");

  private final Program program;

  LongLoans(Program program) {
    this.program = program;
  }

  /**
   * Pays a loan out that ends today, and takes payments of the same size on it until today, one a
   * day or two.
   *
   * @param events how many, the payout included
   * @param terms what is otherwise than usual
   */
  UUID loan(int events, Map<String, Object> terms) {
    Http http = program.administrator();
    LocalDate today = LocalDate.parse(http.get("/api/business-date").text("/businessDate"));
    LocalDate paidOut = today.minusMonths(MONTHS);
    Map<String, Object> fields = new HashMap<>(Map.of("repayments", MONTHS));
    fields.putAll(terms);
    Lender lender = new Lender(http);
    UUID loan = lender.loan(lender.productWith(fields), "60000.00", paidOut);
    int payments = events - 1;
    String contract = "/api/loans/" + loan + "/schedule?kind=CONTRACT";
    String amount =
        new BigDecimal(http.get(contract).text("/totals/total"))
            .multiply(SHARE)
            .divide(BigDecimal.valueOf(payments), 2, RoundingMode.DOWN)
            .toPlainString();
    long days = ChronoUnit.DAYS.between(paidOut, today);
    for (int i = 1; i <= payments; i++) {
      Object payment =
          Map.of("amount", amount, "on", paidOut.plusDays(days * i / payments), "channel", "CASH");
      http.idempotent().post("/api/payments/" + loan, payment).expect(201);
    }
    return loan;
  }
}
