/**
 * Keys in people's devices, by which they sign in and show that it is they: WebAuthn.
 *
 * <p>The device checks who touches it, by a finger, a face or a PIN, and signs a challenge for one
 * host; so a passkey is two factors in one, and no other site gets anything of it. The public key
 * is kept, nothing secret.
 */
@NullMarked
package io.loanwright.identity.passkey;

import org.jspecify.annotations.NullMarked;
