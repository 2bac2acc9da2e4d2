package io.loanwright.payment.web;

import io.loanwright.loan.EventSplit;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a payment is used for, in the loan's currency.
 *
 * @param excess what is not owed and goes to the borrower's wallet
 */
@Schema(name = "Allocation")
record Allocation(String principal, String interest, String fees, String penalties, String excess) {

  static Allocation of(EventSplit split) {
    return new Allocation(
        split.split().principal().toDecimalString(),
        split.split().interest().toDecimalString(),
        split.split().fees().toDecimalString(),
        split.split().penalties().toDecimalString(),
        split.excess().toDecimalString());
  }
}
