/**
 * Who may come in, and what he may do.
 *
 * <p>Users are staff, who come by invitation, or borrowers, who register themselves where the
 * organization allows it. Each has one role; a role is data: which permissions it grants, and how
 * far each reaches. Sign-in gives a short-lived access token and a refresh token that is replaced
 * with every use; a refresh token used twice ends its whole session. Each request reads the user,
 * the session and the role afresh, so disabling a user, signing out and changing a role count at
 * once.
 *
 * <p>Who has a second factor, codes of an app or a passkey, is asked for it with each sign-in, and
 * again before what is critical ({@link io.loanwright.access.AskedAgain}); who lacks the one that
 * his role needs may do nothing but set it up. A passkey signs in alone.
 *
 * <p>Passwords are kept as bcrypt of an HMAC; refresh and invitation tokens as SHA-256 of 256
 * random bits. The module publishes {@link io.loanwright.identity.BorrowerRegistered} in the
 * transaction of a registration, and the view {@code identity.session_card}: sessions that have not
 * ended.
 */
@ApplicationModule(
    displayName = "identity",
    allowedDependencies = {"organization", "mail", "audit", "engine"})
@NullMarked
package io.loanwright.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
