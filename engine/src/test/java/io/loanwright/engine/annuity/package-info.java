/** Tests of {@code io.loanwright.engine.annuity}. */
@NullMarked
package io.loanwright.engine.annuity;

import org.jspecify.annotations.NullMarked;
