/**
 * From terms and events to the state of a loan on any date.
 *
 * <p>{@link io.loanwright.engine.replay.Replay#position} sorts the events by value date, leaves out
 * what was reversed and what lies after the date asked for, and follows the rest one by one. The
 * result says what every installment asks for and has been paid, how every payment was split, what
 * pays the loan off on that date, and how late the borrower is.
 *
 * <p>The same terms and events give the same state, whoever asks and whenever. A payment is used in
 * full: what is not owed is excess and belongs to the borrower.
 */
@NullMarked
package io.loanwright.engine.replay;

import org.jspecify.annotations.NullMarked;
