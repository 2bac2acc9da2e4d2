/** Tests of the conformance runner. */
@NullMarked
package io.loanwright.bench;

import org.jspecify.annotations.NullMarked;
