package io.loanwright.identity.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that goes on, as its user recognizes it.
 *
 * @param device what the client said it was (its User-Agent)
 * @param address where it signed in from
 * @param lastUsedAt when it was used last, to the minute
 * @param expiresAt when it ends however much it is used
 */
public record Device(
    UUID sessionId,
    String device,
    String address,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
