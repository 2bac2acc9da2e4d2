/** Tests of {@code io.loanwright.engine.date}. */
@NullMarked
package io.loanwright.engine.date;

import org.jspecify.annotations.NullMarked;
