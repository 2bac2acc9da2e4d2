/** Where documents are kept: rows in the database, files in the data folder. */
@NullMarked
package io.loanwright.document.store;

import org.jspecify.annotations.NullMarked;
