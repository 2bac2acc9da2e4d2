/**
 * An organization to try everything on: staff, borrowers, loans in every state and two years of
 * repayments.
 *
 * <p>It is lived through day by day, by the commands that people use, as fast as the program can: a
 * day's applications, decisions, payouts and payments, then the close of the day. What the demo
 * shows is therefore what the program does, and its books balance for the same reason as
 * everybody's.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "borrower",
      "collection",
      "document",
      "engine",
      "expense",
      "identity",
      "ledger",
      "loan",
      "organization",
      "payment",
      "product",
      "web"
    })
@NullMarked
package io.loanwright.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
