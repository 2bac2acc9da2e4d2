/** What the module does by the clock. */
@NullMarked
package io.loanwright.borrower.job;

import org.jspecify.annotations.NullMarked;
