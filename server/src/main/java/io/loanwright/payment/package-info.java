/**
 * Money that borrowers pay, and the receipts they get for it.
 *
 * <p>A payment is an event of its loan under another name: both and the journal entry have one id,
 * and the loan alone decides how the money is split. This module keeps by which way the money came,
 * who took it, and the receipt: a paper with the facts of that moment, which later events do not
 * change. Receipts are numbered from 1 for each loan without gaps, so that payments of two loans
 * never wait for each other and a missing receipt is noticed by the borrower too. A payment is
 * never edited: it is reversed, and taken again as it should have been.
 *
 * <p>Publishes the views {@code payment.payment_card} and {@code payment.day_figure}: what was paid
 * on each day, and how much of it for what was late, due that day or not due yet when it was taken,
 * kept by the statements that write a payment.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "audit :: proof",
      "borrower",
      "borrower :: spi",
      "copy",
      "engine",
      "ledger",
      "loan",
      "loan :: web",
      "organization",
      "web"
    })
@NullMarked
package io.loanwright.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
