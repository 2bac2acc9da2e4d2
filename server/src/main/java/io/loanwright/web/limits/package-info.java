/**
 * How many requests one address and one person may send; {@link RateLimit} is the table.
 *
 * <p>Kept in memory, by each node for itself, or in Redis by all together where the settings name
 * one. Only calls of the API count: the page and its files do not.
 */
@NullMarked
package io.loanwright.web.limits;

import org.jspecify.annotations.NullMarked;
