/** What the module does by the clock. */
@NullMarked
package io.loanwright.audit.job;

import org.jspecify.annotations.NullMarked;
