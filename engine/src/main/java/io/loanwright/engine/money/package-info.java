/**
 * Exact amounts of money.
 *
 * <p>Money that is owed, paid or posted is counted in whole minor units of one currency. Interest
 * in the making is not money yet: it is a {@link java.math.BigDecimal} until it is rounded once,
 * and the place that rounds names the rounding.
 */
@NullMarked
package io.loanwright.engine.money;

import org.jspecify.annotations.NullMarked;
