/**
 * Messages to borrowers about what falls due and what is overdue, and about payouts and loans that
 * are paid off.
 *
 * <p>Rules say when a borrower is reminded, so many days before the due date or past due, and in
 * which words. The close of a day adds the messages of its new business date, in the transaction
 * that moves the date: one for each loan, rule and due date, however often it is asked. Borrower
 * and staff read them; where the organization wants it they are mailed too, on the business date
 * that they were made for and on no later one.
 *
 * <p>Listens to {@link io.loanwright.organization.DayClosed}, and to {@link
 * io.loanwright.arrears.LoansWorkedOut} for the penalties of the day. No figure is kept of a loan
 * but the amounts that the message names.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "arrears",
      "audit",
      "borrower",
      "borrower :: spi",
      "engine",
      "loan",
      "mail",
      "organization",
      "payment",
      "web"
    })
@NullMarked
package io.loanwright.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
