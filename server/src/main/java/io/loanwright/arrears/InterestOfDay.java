package io.loanwright.arrears;

import io.loanwright.engine.money.Money;

/**
 * Interest that accrues, as the close of a day left it, in one currency.
 *
 * @param accrued what arose with the day, and what payments and corrections changed of earlier days
 * @param income what of it became income; the rest is of loans that are non-performing
 * @param receivable what has arisen and is not paid of loans that are performing
 * @param suspended the same of loans that are non-performing
 */
public record InterestOfDay(Money accrued, Money income, Money receivable, Money suspended) {}
