package io.loanwright.engine.replay;

import io.loanwright.engine.money.Split;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the splits of a loan's money differ on a day from those on the day asked for before it.
 *
 * @param on the day
 * @param disbursed whether money had gone out
 * @param atDisbursement what was kept back of it
 * @param changed money that came in since, or is used in another way than before
 * @param gone events that brought money and count no more
 * @param givenUp what the lender had given up by then; what came in for it is excess in {@code
 *     changed}; null for nothing
 */
public record DaySplits(
    LocalDate on,
    boolean disbursed,
    Split atDisbursement,
    List<MoneyUse> changed,
    Set<UUID> gone,
    @Nullable GivenUp givenUp) {}
