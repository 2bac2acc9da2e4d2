/** Rows of a file, read as loans and payments by what a mapping says, or refused with reasons. */
@NullMarked
package io.loanwright.integration.row;

import org.jspecify.annotations.NullMarked;
