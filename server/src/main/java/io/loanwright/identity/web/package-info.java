/** Signing in, users, roles, invitations, the own profile and the set-up page over HTTP. */
@NullMarked
package io.loanwright.identity.web;

import org.jspecify.annotations.NullMarked;
