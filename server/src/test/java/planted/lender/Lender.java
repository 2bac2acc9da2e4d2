package planted.lender;

import planted.secret.Secret;

/**
 * Uses another module without leave.
 *
 * @param secret the violation
 */
public record Lender(Secret secret) {}
