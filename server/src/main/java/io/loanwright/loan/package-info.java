/**
 * Loans from application to closure.
 *
 * <p>A loan is the terms that were agreed and the events since. An application is approved step by
 * step by people who did not make it, the money is paid out once, and from then on repayments and
 * reversals are events that are only ever added. Schedule, balances and the split of every payment
 * are what {@code io.loanwright.engine} makes of terms and events; the rows in which this module
 * keeps them are projections, written as differences, and can be thrown away and rebuilt.
 *
 * <p>Every money command runs in one transaction: it locks the loan's row, replays, and writes the
 * event, the rows that changed, the journal entry and the audit row. Each event's movement of the
 * books follows from its split, so an event that changes the split of another one, by being
 * back-dated or reversed, posts the difference on that event's own value date: the books of any
 * date are those that the loans had on it.
 *
 * <p>Other modules use its facade and read the published views {@code loan.loan_card}, {@code
 * loan.loan_owed}, {@code loan.unpaid_installment}, {@code loan.allocation}, {@code loan.top_up},
 * {@code loan.portfolio_figure}, {@code loan.ageing_figure}, {@code loan.due_figure}, {@code
 * loan.recovery}, {@code loan.standing_flag} and {@code loan.portfolio_of_day}. Figures, and what
 * each loan owes in {@code loan.owed}, are kept by the statements that write a loan's row or its
 * installments; whoever adds one of those keeps them too. The last view is how the portfolio stood
 * when each day was closed.
 *
 * <p>Few loans change though nothing happens to them. Each row says when its loan does next, and
 * {@link io.loanwright.loan.DueLoans} works out those whose day has come.
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
      "identity",
      "ledger",
      "ledger :: spi",
      "organization",
      "product",
      "web"
    })
@NullMarked
package io.loanwright.loan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
