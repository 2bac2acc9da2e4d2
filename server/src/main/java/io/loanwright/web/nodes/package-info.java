/**
 * The Redis server that several nodes of one installation share, by {@code LOANWRIGHT_REDIS_URL}.
 *
 * <p>Without the setting nothing of it is loaded. Nothing that matters is kept there: while it is
 * away each node counts by itself, and what it held may be lost.
 */
@NullMarked
package io.loanwright.web.nodes;

import org.jspecify.annotations.NullMarked;
