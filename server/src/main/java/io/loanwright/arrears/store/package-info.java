/** The SQL of arrears: one class a table or question. */
@NullMarked
package io.loanwright.arrears.store;

import org.jspecify.annotations.NullMarked;
