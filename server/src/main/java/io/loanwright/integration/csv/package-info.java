/** CSV files as they come: read row by row, whatever is wrong with them. */
@NullMarked
package io.loanwright.integration.csv;

import org.jspecify.annotations.NullMarked;
