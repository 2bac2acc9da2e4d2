/** Tests of {@code io.loanwright.engine.event}. */
@NullMarked
package io.loanwright.engine.event;

import org.jspecify.annotations.NullMarked;
