/** The SQL of payments: one class a table or question, and the mapping of rows to records. */
@NullMarked
package io.loanwright.payment.store;

import org.jspecify.annotations.NullMarked;
