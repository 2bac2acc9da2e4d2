/** Tests of {@code io.loanwright.engine.arrears}. */
@NullMarked
package io.loanwright.engine.arrears;

import org.jspecify.annotations.NullMarked;
