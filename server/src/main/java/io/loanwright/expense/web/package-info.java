/** Expenses over HTTP. */
@NullMarked
package io.loanwright.expense.web;

import org.jspecify.annotations.NullMarked;
