package io.loanwright.organization.spi;

import io.loanwright.organization.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * What is left to be done loan by loan once the business date has moved.
 *
 * <p>It is done in steps that each can be repeated, and until it is done it waits: for the close
 * that moved the date, for the next one, or for somebody who asks.
 */
public interface DayWork {

  /** Tells whether a day was closed whose work is not done. */
  boolean isWaiting();

  /**
   * Does what waits.
   *
   * @param progress told of each step, and first of how many units there are
   * @return what to show of it, as a record; null if nothing waited
   */
  @Nullable Object finish(Progress progress);

  /** How far it is, in units of the work alone. */
  interface Progress {

    /** Says how many units there are. */
    void expect(long units);

    /**
     * Says that some units more are done.
     *
     * @throws Jobs.JobCancelled if somebody asked the job to stop
     */
    void advance(long units);
  }
}
