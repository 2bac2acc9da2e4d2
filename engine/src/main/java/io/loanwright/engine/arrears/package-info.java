/**
 * How far behind a loan is, as supervisors class it.
 *
 * <p>A scheme is data: names of classes, from which day past due or which number of missed
 * installments each one starts, and how much of the outstanding principal is set aside for it.
 * Whether the due date itself counts as the first day is part of the scheme, because central banks
 * differ.
 */
@NullMarked
package io.loanwright.engine.arrears;

import org.jspecify.annotations.NullMarked;
