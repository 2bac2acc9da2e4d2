package io.loanwright.reporting.web;

import io.loanwright.ledger.DayBalances;
import io.loanwright.reporting.MoneyToday;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** What the lender can pay with, as the API writes it. */
@Schema(name = "DashboardLiquidity")
record MoneyTodayResponse(
    @Schema(description = "The business date") LocalDate asOf,
    String currency,
    List<TileResponse> tiles,
    List<OfAccount> accounts,
    @Schema(description = "By which way payments came; ways by which none came are left out")
        List<OfChannel> channels) {

  /** An account of money at hand. */
  @Schema(name = "DashboardAccount")
  record OfAccount(String code, String name, String value, String yesterday, String lastWeek) {

    static OfAccount of(DayBalances.Held held) {
      return new OfAccount(
          held.code(),
          held.name(),
          held.now().toDecimalString(),
          held.yesterday().toDecimalString(),
          held.lastWeek().toDecimalString());
    }
  }

  /** Payments of the day that came in one way. */
  @Schema(name = "DashboardChannel")
  record OfChannel(String channel, long payments, String value, String yesterday, String lastWeek) {

    static OfChannel of(MoneyToday.OfChannel row) {
      return new OfChannel(
          row.channel(),
          row.payments(),
          row.now().toDecimalString(),
          row.yesterday().toDecimalString(),
          row.lastWeek().toDecimalString());
    }
  }

  static MoneyTodayResponse of(MoneyToday today) {
    return new MoneyTodayResponse(
        today.asOf(),
        today.currency().code(),
        TileResponse.of(today.tiles()),
        today.accounts().stream().map(OfAccount::of).toList(),
        today.channels().stream().map(OfChannel::of).toList());
  }
}
