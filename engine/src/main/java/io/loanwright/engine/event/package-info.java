/**
 * What happened to a loan, one record an event.
 *
 * <p>An event is a fact with the day from which it counts, its value date, and its place in the
 * order of arrival. Events are never edited: a mistake is answered by a {@link
 * io.loanwright.engine.event.LoanEvent.Reversed}, and a payment that arrives late with an earlier
 * value date is just another event.
 */
@NullMarked
package io.loanwright.engine.event;

import org.jspecify.annotations.NullMarked;
