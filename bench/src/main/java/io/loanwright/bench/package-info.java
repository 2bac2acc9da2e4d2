/**
 * Measures and checks the engine against figures that were made elsewhere.
 *
 * <p>{@link io.loanwright.bench.Conformance} runs published cases through the engine and names the
 * first figure that differs. Nothing here is shipped.
 */
@NullMarked
package io.loanwright.bench;

import org.jspecify.annotations.NullMarked;
