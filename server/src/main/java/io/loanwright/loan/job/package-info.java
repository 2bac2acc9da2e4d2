/** What the module does by the clock. */
@NullMarked
package io.loanwright.loan.job;

import org.jspecify.annotations.NullMarked;
