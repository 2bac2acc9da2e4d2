/** The SQL of the reports. */
@NullMarked
package io.loanwright.reporting.store;

import org.jspecify.annotations.NullMarked;
