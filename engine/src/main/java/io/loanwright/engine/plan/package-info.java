/**
 * The plan of a loan while it lives: what each installment asks for as money goes out, comes in
 * early or late, and terms change.
 *
 * <p>A {@link io.loanwright.engine.plan.PlanPeriod} is the time between two due dates. Inside it
 * the balance changes on single days, so it is cut into {@link io.loanwright.engine.plan.Stretch}es
 * with one balance each; interest is balance x factor, summed over the stretches and rounded once
 * for the period. The installment has a <em>size</em>; its principal is the size less the interest,
 * so that interest that falls makes principal rise, and the last open installment takes what is
 * left over.
 *
 * <p>Whoever follows events asks the plan to change and then reads principal and interest of every
 * period from it. A question about another day (what is owed if time stops there?) is answered on a
 * copy.
 *
 * <p>Source: conformance rules, "Later events on a progressive loan".
 */
@NullMarked
package io.loanwright.engine.plan;

import org.jspecify.annotations.NullMarked;
