/** Tests of {@code io.loanwright.engine.schedule}. */
@NullMarked
package io.loanwright.engine.schedule;

import org.jspecify.annotations.NullMarked;
