/** The SQL of loans: one class a table or question, and the mapping of rows to records. */
@NullMarked
package io.loanwright.loan.store;

import org.jspecify.annotations.NullMarked;
