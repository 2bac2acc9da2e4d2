package io.loanwright.payment;

import io.loanwright.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of payments begins and how long it is.
 *
 * @param after the sort keys of the last row of the page before, the name of the order first; null
 *     for the first page
 */
public record PaymentWindow(PaymentSort sort, @Nullable Cursor after, int limit) {}
