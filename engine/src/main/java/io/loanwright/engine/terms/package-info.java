/**
 * What lender and borrower agreed.
 *
 * <p>{@link io.loanwright.engine.terms.LoanTerms} are frozen when the money goes out and never
 * edited afterwards; what changes later is an event. They are records grouped by meaning: how
 * interest is counted, when and in which way is repaid, what is deferred at the beginning, what is
 * charged besides, how a payment is split, and what an early or late payment does to the schedule.
 *
 * <p>Every constructor checks its own ranges and refuses with the name of the rule. Ranges are wide
 * enough for every real loan and narrow enough that no figure overflows and nothing takes long.
 *
 * <p>The records hold only other records, enums, numbers, dates and lists, so any JSON mapper for
 * records writes and reads them as they are.
 */
@NullMarked
package io.loanwright.engine.terms;

import org.jspecify.annotations.NullMarked;
