/** The books over HTTP: accounts, trial balance, journal and wallets. */
@NullMarked
package io.loanwright.ledger.web;

import org.jspecify.annotations.NullMarked;
