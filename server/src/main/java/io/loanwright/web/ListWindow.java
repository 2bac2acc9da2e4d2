package io.loanwright.web;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list begins and how long it is.
 *
 * @param after the sort keys of the last row of the page before, the name of the order first; null
 *     for the first page
 * @param limit how many rows it has at most
 */
public record ListWindow<O extends ListOrder>(O order, @Nullable Cursor after, int limit) {}
