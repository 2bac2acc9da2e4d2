package io.loanwright.organization;

import io.loanwright.access.Caller;
import java.time.LocalDate;

/**
 * A business date was closed; published in the transaction that moves the date.
 *
 * <p>What must happen with every close listens to this synchronously and is safe to run again. The
 * business date is the day after already.
 *
 * @param date the day that ended
 * @param by who closed it
 */
public record DayClosed(LocalDate date, Caller by) {}
