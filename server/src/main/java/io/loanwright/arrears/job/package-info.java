/** What the module does by the clock. */
@NullMarked
package io.loanwright.arrears.job;

import org.jspecify.annotations.NullMarked;
