package io.loanwright.reporting.web;

import io.loanwright.reporting.Expected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What fell due beside what was collected, as the API writes it; amounts are in its currency. */
@Schema(name = "ExpectedAndCollected")
record ExpectedResponse(
    LocalDate from,
    LocalDate to,
    @Schema(description = "The business date") LocalDate on,
    String currency,
    Expected.By by,
    List<Row> rows,
    Sums total) {

  /** What is of one branch, officer or month. */
  @Schema(name = "ExpectedRow")
  record Row(
      @Schema(
              description =
                  "The id of the branch or officer, or the month as 2026-03; null for loans without"
                      + " an officer")
          @Nullable String key,
      @Schema(description = "What it is called; null for who is not known any more")
          @Nullable String name,
      Sums sums) {}

  /** What installments and payments add up to. */
  @Schema(name = "ExpectedSums")
  record Sums(
      @Schema(
              description =
                  "What fell due in the days: principal, interest and charges of loans that are not"
                      + " written off")
          String due,
      @Schema(description = "Of it what is paid by now, whenever that was") String paid,
      @Schema(description = "Of it what is not paid by now") String unpaid,
      @Schema(description = "`paid` of `due`, in percent", example = "92.50") String paidPercent,
      @Schema(description = "Payments with a value date in the days that were not taken back")
          String collected,
      @Schema(description = "Of them for installments due before the payment's value date")
          String late,
      @Schema(description = "Of them for installments due on that day") String onTime,
      @Schema(description = "Of them for installments not due yet") String advance,
      @Schema(description = "Of them more than the loan owed") String beyond,
      @Schema(description = "Of them taken before the program kept what payments are for")
          String unknown,
      @Schema(description = "`collected` less `beyond`, of `due`, in percent", example = "101.20")
          String efficiency) {

    static Sums of(Expected.Sums sums) {
      return new Sums(
          sums.due().toDecimalString(),
          sums.paid().toDecimalString(),
          sums.unpaid().toDecimalString(),
          sums.paidPercent().toPlainString(),
          sums.collected().toDecimalString(),
          sums.late().toDecimalString(),
          sums.onTime().toDecimalString(),
          sums.advance().toDecimalString(),
          sums.beyond().toDecimalString(),
          sums.unknown().toDecimalString(),
          sums.efficiency().toPlainString());
    }
  }

  static ExpectedResponse of(Expected expected, Map<UUID, String> names) {
    return new ExpectedResponse(
        expected.from(),
        expected.to(),
        expected.on(),
        expected.currency().code(),
        expected.by(),
        expected.named(names).stream()
            .map(row -> new Row(row.key(), row.name(), Sums.of(row.sums())))
            .toList(),
        Sums.of(expected.total()));
  }
}
