package io.loanwright.organization;

import java.time.LocalDate;

/**
 * A business date was closed; published in the transaction that moves the date.
 *
 * <p>What must happen with every close listens to this synchronously and is safe to run again. The
 * business date is the day after already.
 *
 * @param date the day that ended
 */
public record DayClosed(LocalDate date) {}
