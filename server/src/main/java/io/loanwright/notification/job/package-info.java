/** What the module does by the clock. */
@NullMarked
package io.loanwright.notification.job;

import org.jspecify.annotations.NullMarked;
