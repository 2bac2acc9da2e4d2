/**
 * Messages to borrowers about what falls due and what is overdue.
 *
 * <p>Rules say when a borrower is reminded, so many days before the due date or past due, and in
 * which words. The close of a day adds the messages of its new business date, in the transaction
 * that moves the date: one for each loan, rule and due date, however often it is asked. Borrower
 * and staff read them; where the organization wants it they are mailed too, on the business date
 * that they were made for and on no later one.
 *
 * <p>Listens to {@link io.loanwright.organization.DayClosed}. No figure is kept of a loan but the
 * amount that the message names.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "borrower",
      "borrower :: spi",
      "engine",
      "loan",
      "mail",
      "organization",
      "web"
    })
@NullMarked
package io.loanwright.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
