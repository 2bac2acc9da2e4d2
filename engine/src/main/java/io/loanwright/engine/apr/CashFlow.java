package io.loanwright.engine.apr;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;

/**
 * Money that changes hands on a day.
 *
 * @param on the day
 * @param amount how much, positive
 */
public record CashFlow(LocalDate on, Money amount) {}
