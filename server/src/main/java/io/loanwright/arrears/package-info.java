/**
 * How far behind loans are, and what the close of a day does about it.
 *
 * <p>A class of arrears is a function of two dates, the due date of the oldest installment that is
 * not paid and the business date, so it is kept for no loan. This module owns the table of classes,
 * what each close saw of loans entering a class and of interest that accrues, and the list of
 * closed days with the work that they left. A close costs what happens on that day: nothing is
 * written of loans to which nothing happens, and of interest that accrues the sums are read.
 *
 * <p>It listens to {@link io.loanwright.organization.DayClosed} in the transaction that moves the
 * date, and is the {@link io.loanwright.organization.spi.DayWork} that comes after it.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "audit",
      "audit :: proof",
      "engine",
      "ledger",
      "loan",
      "loan :: spi",
      "organization",
      "organization :: spi",
      "web"
    })
@NullMarked
package io.loanwright.arrears;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
