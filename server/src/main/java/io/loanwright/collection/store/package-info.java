/** The SQL of the work on arrears: one class a table or question. */
@NullMarked
package io.loanwright.collection.store;

import org.jspecify.annotations.NullMarked;
