/**
 * Figures over everything: the portfolio at a glance, what one borrower has borrowed and repaid,
 * whether loans and wallets are what the books say, and whole lists and statements as files.
 *
 * <p>Owns no figures. It reads what other modules publish for it, {@code borrower.borrower_card},
 * {@code loan.loan_card}, {@code loan.portfolio_figure}, {@code loan.ageing_figure}, {@code
 * loan.unpaid_installment}, {@code loan.due_figure}, {@code loan.portfolio_of_day}, {@code
 * loan.recovery}, {@code payment.payment_card}, {@code payment.day_figure}, {@code ledger.posting},
 * {@code audit.event_card}, {@code audit.waiting}, {@code collection.promise_card}, {@code
 * identity.session_card} and {@code mail.message_card}, in one snapshot an answer, so figures that
 * stand beside each other belong together. What a caller may not see is not counted, listed or
 * exported.
 *
 * <p>Outstanding is the principal that is not repaid yet, unless a figure says otherwise. Amounts
 * of different currencies are never added up.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "arrears",
      "audit",
      "backup",
      "borrower",
      "collection",
      "engine",
      "identity",
      "ledger",
      "loan",
      "notification",
      "organization",
      "payment",
      "product",
      "verifier",
      "web"
    })
@NullMarked
package io.loanwright.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
