/**
 * Cases of the reference system, read into the engine's words and compared figure by figure.
 *
 * <p>The format of the cases is described with them. A case that needs something the engine does
 * not have says what it needs; it is neither passed nor failed.
 */
@NullMarked
package io.loanwright.bench.conformance;

import org.jspecify.annotations.NullMarked;
