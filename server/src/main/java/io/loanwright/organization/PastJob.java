package io.loanwright.organization;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a job that the program may have to go on with.
 *
 * @param died whether it failed because its process died
 * @param through the last day that it was to close; null if it was to close none
 * @param endedAt when it ended; while it runs, when it began
 */
record PastJob(Job.Status status, boolean died, @Nullable LocalDate through, Instant endedAt) {}
