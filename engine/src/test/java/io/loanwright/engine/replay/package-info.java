/** Tests of {@code io.loanwright.engine.replay}. */
@NullMarked
package io.loanwright.engine.replay;

import org.jspecify.annotations.NullMarked;
