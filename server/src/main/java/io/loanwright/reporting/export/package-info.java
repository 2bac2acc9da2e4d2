/** Lists as files, written row by row while they are read. */
@NullMarked
package io.loanwright.reporting.export;

import org.jspecify.annotations.NullMarked;
