/** Tests of {@code io.loanwright.engine.terms}. */
@NullMarked
package io.loanwright.engine.terms;

import org.jspecify.annotations.NullMarked;
