package io.loanwright.arrears;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that was closed, and how far the work is that it left.
 *
 * @param crossings how many loans entered a class of arrears with the day after
 * @param provisions how many entries it posted for loans that may be lost
 * @param note what could not be done, in words for people; null if there is nothing to say
 * @param loans how many loans that change by themselves were worked out; those of several days that
 *     were closed together are counted with the last
 * @param marked how many loans were marked as in default
 * @param leftOut how many loans could not be worked out; the note has their numbers
 * @param finishedAt when its work was done; null while some is left
 */
public record ClosedDay(
    LocalDate day,
    Instant closedAt,
    long crossings,
    long provisions,
    @Nullable String note,
    long loans,
    long marked,
    long leftOut,
    @Nullable Instant finishedAt) {}
