/**
 * Rows that several commands write together: each hands over its own, and those of a kind go to the
 * database in one statement before the transaction ends.
 *
 * <p>Knows no table and no module. A store hands its rows to {@link io.loanwright.together.Rows},
 * which writes them at once where nobody gathers.
 */
@ApplicationModule(
    displayName = "together",
    allowedDependencies = {})
@NullMarked
package io.loanwright.together;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
