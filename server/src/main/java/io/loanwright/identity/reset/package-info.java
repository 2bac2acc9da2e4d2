/** Setting a forgotten password anew, by a link in a mail. */
@NullMarked
package io.loanwright.identity.reset;

import org.jspecify.annotations.NullMarked;
