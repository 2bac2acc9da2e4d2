/**
 * How fast the engine is.
 *
 * <p>{@code ./loanwright bench engine} measures with JMH and prints a line for each figure. What
 * was measured, on which machine, is in docs/reference/performance.md.
 */
@NullMarked
package io.loanwright.bench.engine;

import org.jspecify.annotations.NullMarked;
