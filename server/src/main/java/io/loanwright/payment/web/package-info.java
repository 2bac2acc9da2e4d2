/** Payments and receipts over HTTP and on paper. */
@NullMarked
package io.loanwright.payment.web;

import org.jspecify.annotations.NullMarked;
