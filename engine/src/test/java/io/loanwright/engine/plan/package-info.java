/** Tests of {@code io.loanwright.engine.plan}. */
@NullMarked
package io.loanwright.engine.plan;

import org.jspecify.annotations.NullMarked;
