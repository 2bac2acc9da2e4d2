/** What the tests of the engine share. */
@NullMarked
package io.loanwright.engine;

import org.jspecify.annotations.NullMarked;
