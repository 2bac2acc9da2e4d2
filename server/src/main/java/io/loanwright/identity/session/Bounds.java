package io.loanwright.identity.session;

import java.time.Instant;

/**
 * What a session must be within to go on at a moment.
 *
 * @param now the moment
 * @param idleSince it was used after this
 * @param lifeSeconds it is not older than this, whatever was promised when it was opened
 */
record Bounds(Instant now, Instant idleSince, double lifeSeconds) {}
