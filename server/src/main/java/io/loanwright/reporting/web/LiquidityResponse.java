package io.loanwright.reporting.web;

import io.loanwright.reporting.Liquidity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Liquidity as the API writes it; amounts are in its currency. */
@Schema(name = "Liquidity")
record LiquidityResponse(
    @Schema(description = "The business date") LocalDate on,
    @Schema(description = "The last day of what is expected") LocalDate until,
    String currency,
    @Nullable UUID branchId,
    List<Account> accounts,
    @Schema(description = "What the accounts hold together") String atHand,
    @Schema(description = "Loans approved and not paid out") Counted approved,
    @Schema(description = "What wallets of borrowers hold") String owedToBorrowers,
    @Schema(description = "At hand less approved less owed to borrowers") String free,
    @Schema(description = "Installments that fall due after the day") Counted expected,
    @Schema(description = "Free and expected together") String freeThen,
    @Schema(description = "Installments due up to the day and not paid, which are not counted on")
        Counted pastDue) {

  /** An account of money at hand. */
  @Schema(name = "LiquidAccount")
  record Account(String code, String name, String balance) {}

  /** How many, and how much together. */
  @Schema(name = "CountedAmount")
  record Counted(long count, String amount) {

    static Counted of(Liquidity.Counted counted) {
      return new Counted(counted.count(), counted.amount().toDecimalString());
    }
  }

  static LiquidityResponse of(Liquidity liquidity) {
    return new LiquidityResponse(
        liquidity.on(),
        liquidity.until(),
        liquidity.currency().code(),
        liquidity.branchId(),
        liquidity.held().stream()
            .map(held -> new Account(held.code(), held.name(), held.closing().toDecimalString()))
            .toList(),
        liquidity.atHand().toDecimalString(),
        Counted.of(liquidity.approved()),
        liquidity.owedToBorrowers().toDecimalString(),
        liquidity.free().toDecimalString(),
        Counted.of(liquidity.expected()),
        liquidity.freeThen().toDecimalString(),
        Counted.of(liquidity.pastDue()));
  }
}
