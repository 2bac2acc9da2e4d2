package io.loanwright.demo;

import io.loanwright.access.Caller;
import io.loanwright.collection.CollectionOutcome;
import io.loanwright.collection.Contact;
import io.loanwright.collection.Contacts;
import io.loanwright.collection.FollowUps;
import io.loanwright.collection.NewContact;
import io.loanwright.collection.NewContact.NewPromise;
import io.loanwright.loan.Loan;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goes after what is overdue in the demo. */
@Component
class DemoCollection {

  private final Contacts contacts;
  private final FollowUps followUps;

  DemoCollection(Contacts contacts, FollowUps followUps) {
    this.contacts = contacts;
    this.followUps = followUps;
  }

  /** Takes a promise for today; false for a loan about which something is promised already. */
  boolean isPromised(Caller clerk, Loan loan, LocalDate today) {
    String amount = loan.progress().oldestUnpaid().toDecimalString();
    NewContact contact =
        new NewContact(
            null,
            new Contact.Said(Contact.Channel.CALL, Contact.Result.PROMISED, null, null),
            new NewPromise(amount, today),
            null);
    return contacts.log(clerk, loan.id(), contact) instanceof CollectionOutcome.Done;
  }

  /** Makes loans the work of somebody who collects. */
  void handOver(Caller manager, Caller collector, List<Loan> loans) {
    CollectionOutcome<Integer> handed =
        followUps.assign(manager, loans.stream().map(Loan::id).toList(), collector.userId());
    if (!(handed instanceof CollectionOutcome.Done)) {
      throw new IllegalStateException("The demo was refused: " + handed);
    }
  }
}
