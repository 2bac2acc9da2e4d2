package io.loanwright.engine.replay;

import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How the splits of a loan's money differ on a day from those on the day asked for before it.
 *
 * @param on the day
 * @param disbursed whether money had gone out
 * @param atDisbursement what was kept back of it
 * @param changed money that came in since, or is used in another way than before
 * @param gone events that brought money and count no more
 */
public record DaySplits(
    LocalDate on,
    boolean disbursed,
    Split atDisbursement,
    List<MoneyUse> changed,
    Set<UUID> gone) {}
