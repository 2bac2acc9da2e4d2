package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;

/**
 * What is to be paid next.
 *
 * @param on the first due date, on or after the date asked for, with something unpaid
 * @param amount what is unpaid of it
 */
public record NextDue(LocalDate on, Money amount) {}
