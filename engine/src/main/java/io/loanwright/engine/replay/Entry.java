package io.loanwright.engine.replay;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line in the list of a loan's transactions.
 *
 * @param event the identifier of the event that it comes of
 * @param kind what it is
 * @param on its value date
 * @param amount the whole amount
 * @param split the parts of the loan that it changed; for a re-age, a charge-off and the like what
 *     was moved
 * @param excess the part of the amount that was not owed
 * @param principalAfter the principal that is owed after it, as far as it is still expected
 */
public record Entry(
    UUID event,
    EntryKind kind,
    LocalDate on,
    Money amount,
    Split split,
    Money excess,
    Money principalAfter) {}
