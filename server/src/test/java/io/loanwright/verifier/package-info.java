@NullMarked
package io.loanwright.verifier;

import org.jspecify.annotations.NullMarked;
