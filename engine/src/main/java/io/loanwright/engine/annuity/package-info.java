/**
 * The arithmetic of level payments.
 *
 * <p>What a row of equal payments is worth, how large each must be, how long it takes and at which
 * rate: the functions that every spreadsheet and pocket calculator has, with their signs. Nothing
 * is rounded here. Schedules do not use them, because they round every installment to money and
 * count real days; calculators and comparisons do.
 */
@NullMarked
package io.loanwright.engine.annuity;

import org.jspecify.annotations.NullMarked;
