/** Signing in, staying signed in and signing out. */
@NullMarked
package io.loanwright.identity.session;

import org.jspecify.annotations.NullMarked;
