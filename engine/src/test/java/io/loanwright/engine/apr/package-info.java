/** Tests of {@code io.loanwright.engine.apr}. */
@NullMarked
package io.loanwright.engine.apr;

import org.jspecify.annotations.NullMarked;
