/** Tests of explanations. */
@NullMarked
package io.loanwright.engine.explain;

import org.jspecify.annotations.NullMarked;
