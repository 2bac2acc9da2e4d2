package io.loanwright.identity.passkey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its user sees it.
 *
 * @param host what it is bound to
 * @param copied whether the device's maker keeps a copy for the user's other devices
 */
public record Passkey(
    UUID id,
    String name,
    String host,
    boolean copied,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {}
