/** The Loanwright application: each direct sub-package is one business module. */
@NullMarked
package io.loanwright;

import org.jspecify.annotations.NullMarked;
