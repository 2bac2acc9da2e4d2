/** Tests of {@code io.loanwright.engine.money}. */
@NullMarked
package io.loanwright.engine.money;

import org.jspecify.annotations.NullMarked;
