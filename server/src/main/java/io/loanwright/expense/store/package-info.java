/** The SQL of expenses. */
@NullMarked
package io.loanwright.expense.store;

import org.jspecify.annotations.NullMarked;
