package io.loanwright.identity.passkey;

/**
 * What passkeys are bound to.
 *
 * @param id the host
 * @param origin scheme, host and port of the pages that use them
 */
public record RelyingParty(String id, String origin) {}
