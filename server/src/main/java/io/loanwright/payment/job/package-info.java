/** What the module does by the clock. */
@NullMarked
package io.loanwright.payment.job;

import org.jspecify.annotations.NullMarked;
