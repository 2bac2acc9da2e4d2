/** Borrowers over HTTP. */
@NullMarked
package io.loanwright.borrower.web;

import org.jspecify.annotations.NullMarked;
