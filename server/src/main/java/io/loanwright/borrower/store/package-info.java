/** The SQL of borrowers. */
@NullMarked
package io.loanwright.borrower.store;

import org.jspecify.annotations.NullMarked;
