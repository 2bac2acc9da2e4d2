/**
 * What a loan is: terms and events in, schedules and balances out.
 *
 * <p>A loan is what its terms and its events make of it. {@link io.loanwright.engine.terms} holds
 * what was agreed, {@link io.loanwright.engine.event} what happened since, {@link
 * io.loanwright.engine.schedule} works out the plan right after the money goes out, and {@link
 * io.loanwright.engine.replay} follows the events from there to the position on any date.
 *
 * <p>Everything here is a pure function: no clock, no database, no framework, and money only in
 * whole minor units. What cannot be computed is refused with the name of the {@link
 * io.loanwright.engine.Rule} that was broken.
 */
@NullMarked
package io.loanwright.engine;

import org.jspecify.annotations.NullMarked;
