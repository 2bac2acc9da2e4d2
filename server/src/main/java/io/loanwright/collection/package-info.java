/**
 * Work on loans that are behind: who is called today, what was said, what was promised.
 *
 * <p>A contact is what happened when somebody tried to reach a borrower because of a loan; it is
 * never edited. A promise to pay is made in a contact, one open promise a loan, and the close of a
 * day decides whether it was kept: by the payments whose value date is from the day of the promise
 * to its date. A loan is the work of its officer unless it was handed to somebody else, and may
 * have one action that is planned next. What a loan owes and how far it is behind is read from what
 * other modules publish; this module keeps no figure of it.
 *
 * <p>It listens to {@link io.loanwright.organization.DayClosed} in the transaction that moves the
 * date. Publishes the view {@code collection.promise_card}.
 */
@ApplicationModule(
    allowedDependencies = {
      "access",
      "arrears",
      "audit",
      "audit :: proof",
      "borrower",
      "borrower :: spi",
      "engine",
      "identity",
      "loan",
      "organization",
      "payment",
      "web"
    })
@NullMarked
package io.loanwright.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
