/** The rows of documents. */
@NullMarked
package io.loanwright.document.store;

import org.jspecify.annotations.NullMarked;
