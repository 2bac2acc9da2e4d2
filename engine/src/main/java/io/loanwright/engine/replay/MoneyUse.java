package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.util.UUID;

/**
 * What money that came in was used for.
 *
 * @param event the event that brought it
 * @param split what it paid
 * @param excess what was beyond what was owed
 */
public record MoneyUse(UUID event, Split split, Money excess) {}
