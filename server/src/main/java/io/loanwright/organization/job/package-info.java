/** What the module does by the clock. */
@NullMarked
package io.loanwright.organization.job;

import org.jspecify.annotations.NullMarked;
