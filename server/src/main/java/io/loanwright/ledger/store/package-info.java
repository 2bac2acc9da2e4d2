/** The SQL of the books: one class a table or question. */
@NullMarked
package io.loanwright.ledger.store;

import org.jspecify.annotations.NullMarked;
