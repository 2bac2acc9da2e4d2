package io.loanwright.identity.session;

import io.loanwright.access.Caller;

/**
 * A caller, and how he stands with the second factor.
 *
 * @param caller without any permission while his role needs a factor that he has not
 * @param lacksFactor whether that is so
 * @param confirmationDue whether he has a factor and last showed it too long ago for what is
 *     critical
 */
public record Presence(Caller caller, boolean lacksFactor, boolean confirmationDue) {}
