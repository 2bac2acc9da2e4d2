package io.loanwright.loan.web;

import io.loanwright.engine.money.Split;
import io.swagger.v3.oas.annotations.media.Schema;

/** An amount with its parts, in the loan's currency. */
@Schema(name = "MoneyParts")
record MoneyParts(String principal, String interest, String fees, String penalties, String total) {

  static MoneyParts of(Split split) {
    return new MoneyParts(
        split.principal().toDecimalString(),
        split.interest().toDecimalString(),
        split.fees().toDecimalString(),
        split.penalties().toDecimalString(),
        split.total().toDecimalString());
  }
}
