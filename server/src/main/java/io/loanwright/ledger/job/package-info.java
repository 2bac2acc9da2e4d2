/** What the module does by the clock. */
@NullMarked
package io.loanwright.ledger.job;

import org.jspecify.annotations.NullMarked;
