/**
 * A second opinion on schedules, on penalties for lateness, on what payments do and on what changes
 * make of a schedule.
 *
 * <p>Written from the definitions in docs/concepts and the published rules, not from the engine:
 * with fractions of whole numbers, one step after the other, slow and short. It shares the records
 * of terms with the engine and nothing that computes.
 */
@NullMarked
package io.loanwright.engine.oracle;

import org.jspecify.annotations.NullMarked;
