package io.loanwright.loan;

import io.loanwright.web.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of loans begins and how long it is.
 *
 * @param after the sort keys of the last row of the page before, the name of the order first; null
 *     for the first page
 */
public record LoanWindow(LoanSort sort, @Nullable Cursor after, int limit) {}
