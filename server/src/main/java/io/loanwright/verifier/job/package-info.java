/** What the module does by the clock. */
@NullMarked
package io.loanwright.verifier.job;

import org.jspecify.annotations.NullMarked;
