package io.loanwright.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something dated that happened to a loan; never edited, never deleted.
 *
 * @param id the identity; a payment and the event that it caused have the same
 * @param sequence the place in the order in which the system learned of the loan's events, from 1
 * @param on the value date, which counts for interest and arrears
 * @param recordedAt when the system learned of it
 * @param recordedBy who recorded it
 * @param what what happened
 */
public record RecordedEvent(
    UUID id, int sequence, LocalDate on, Instant recordedAt, Person recordedBy, Happening what) {}
