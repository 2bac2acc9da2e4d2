package io.loanwright.identity;

import io.loanwright.access.Origin;

/** A user has another password, in the transaction that gave it to him. */
record PasswordChanged(UserAccount user, Origin origin) {}
