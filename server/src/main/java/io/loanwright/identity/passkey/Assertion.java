package io.loanwright.identity.passkey;

import org.jspecify.annotations.Nullable;

/**
 * What a device sends to show that it has a passkey.
 *
 * @param userHandle the user whom the device means; null where it does not say
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Assertion(
    byte[] credentialId,
    byte[] clientDataJson,
    byte[] authenticatorData,
    byte[] signature,
    byte @Nullable [] userHandle) {}
