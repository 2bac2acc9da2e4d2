/**
 * Why a figure of a loan is what it is.
 *
 * <p>{@link io.loanwright.engine.explain.Explain} takes the terms and events of a loan and answers
 * for any figure - the interest of an installment, the split of a payment, the payoff amount, the
 * yearly rate - with a tree. Its leaves add up to the figure, to the last digit: interest on a
 * balance over so many days, then what rounding added or took away.
 *
 * <p>Nothing of it is made while schedules and positions are worked out. A derivation is worked out
 * when somebody asks, by the definitions, from the terms and from the position; so it also checks
 * them. A part that the definitions do not give is shown as {@link
 * io.loanwright.engine.explain.Why.Recalculated}, never hidden.
 */
@NullMarked
package io.loanwright.engine.explain;

import org.jspecify.annotations.NullMarked;
