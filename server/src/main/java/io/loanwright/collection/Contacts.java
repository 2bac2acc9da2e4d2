package io.loanwright.collection;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Reach;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.borrower.Borrowers;
import io.loanwright.collection.CollectionOutcome.Done;
import io.loanwright.collection.CollectionOutcome.Refused;
import io.loanwright.collection.store.ContactStore;
import io.loanwright.collection.store.FollowUpStore;
import io.loanwright.collection.store.PromiseStore;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Person;
import io.loanwright.organization.Organization;
import io.loanwright.web.Amounts;
import io.loanwright.web.Cursor;
import io.loanwright.web.Ids;
import io.loanwright.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Contacts with borrowers because of their loans. */
@Component
public class Contacts {

  private final Loans loans;
  private final Borrowers borrowers;
  private final Stores stores;
  private final Organization organization;
  private final AuditTrail trail;
  private final Clock clock;

  Contacts(
      Loans loans,
      Borrowers borrowers,
      Stores stores,
      Organization organization,
      AuditTrail trail,
      Clock clock) {
    this.loans = loans;
    this.borrowers = borrowers;
    this.stores = stores;
    this.organization = organization;
    this.trail = trail;
    this.clock = clock;
  }

  /** The tables that a contact is kept in. */
  @Component
  record Stores(ContactStore contacts, PromiseStore promises, FollowUpStore followUps) {}

  /** Returns a page of the contacts about a loan, the last one first; nothing if it is unknown. */
  @Transactional(readOnly = true)
  public Optional<Page<Contact>> ofLoan(
      Caller caller, UUID loanId, @Nullable Cursor after, int limit) {
    Reach reach = caller.reach(Permission.COLLECTION_QUEUE);
    return loans
        .find(loanId, reach)
        .map(loan -> stores.contacts().ofLoan(reach, loan.id(), after, limit));
  }

  /** Returns a page of the contacts with a borrower, the last one first; nothing if unknown. */
  @Transactional(readOnly = true)
  public Optional<Page<Contact>> ofBorrower(
      Caller caller, UUID borrowerId, @Nullable Cursor after, int limit) {
    Reach reach = caller.reach(Permission.COLLECTION_QUEUE);
    return borrowers
        .find(borrowerId, reach)
        .map(borrower -> stores.contacts().ofBorrower(reach, borrower.id(), after, limit));
  }

  /** Logs a contact, with the promise that was made in it and what is planned next. */
  @Transactional
  public CollectionOutcome<Contact> log(Caller caller, UUID loanId, NewContact wanted) {
    Optional<Loan> found = loans.find(loanId, caller.reach(Permission.COLLECTION_PROMISE));
    if (found.isEmpty()) {
      return new Refused<>(new CollectionRefusal.LoanUnknown());
    }
    Loan loan = found.get();
    LocalDate today = organization.businessDate();
    LocalDate on = wanted.on() == null ? today : wanted.on();
    CollectionRefusal refusal = refusal(loan, on, today, wanted);
    if (refusal != null) {
      return new Refused<>(refusal);
    }
    CollectionOutcome<Optional<Promise>> promised = promised(caller, loan, on, today, wanted);
    return switch (promised) {
      case Refused<Optional<Promise>>(CollectionRefusal why) -> new Refused<>(why);
      case Done<Optional<Promise>>(Optional<Promise> promise) ->
          keep(
              caller,
              loan,
              new Contact(
                  Ids.next(),
                  loan.id(),
                  loan.number(),
                  on,
                  wanted.said(),
                  promise.orElse(null),
                  caller.name(),
                  clock.instant()),
              wanted.next(),
              today);
    };
  }

  private static @Nullable CollectionRefusal refusal(
      Loan loan, LocalDate on, LocalDate today, NewContact wanted) {
    LoanState.Active active = loan.state().disbursement();
    boolean owes =
        switch (loan.state()) {
          case LoanState.Active _, LoanState.WrittenOff _ -> true;
          case LoanState.Submitted _,
              LoanState.UnderReview _,
              LoanState.Rejected _,
              LoanState.Withdrawn _,
              LoanState.Approved _,
              LoanState.Cancelled _,
              LoanState.Closed _ ->
              false;
        };
    if (!owes || active == null) {
      return new CollectionRefusal.OwesNothing();
    }
    if (on.isAfter(today)) {
      return new CollectionRefusal.ContactInFuture(today);
    }
    if (on.isBefore(active.on())) {
      return new CollectionRefusal.ContactBeforeLoan(active.on());
    }
    if (wanted.next() != null && wanted.next().on().isBefore(today)) {
      return new CollectionRefusal.ActionInPast(today);
    }
    return null;
  }

  private CollectionOutcome<Optional<Promise>> promised(
      Caller caller, Loan loan, LocalDate on, LocalDate today, NewContact wanted) {
    NewContact.NewPromise given = wanted.promise();
    if (given == null) {
      return new Done<>(Optional.empty());
    }
    Money amount;
    switch (Amounts.positive(given.amount(), loan.currency())) {
      case Amounts.Reading.Wrong(String message) -> {
        return new Refused<>(new CollectionRefusal.PromiseUnreadable(message));
      }
      case Amounts.Reading.Read(Money read) -> amount = read;
    }
    if (given.dueOn().isBefore(today)) {
      return new Refused<>(new CollectionRefusal.PromiseInPast(today));
    }
    Money owed = loan.progress().outstanding().total();
    if (amount.compareTo(owed) > 0) {
      return new Refused<>(new CollectionRefusal.PromiseAboveOwed(owed));
    }
    if (stores.promises().isOpen(loan.id(), today)) {
      return new Refused<>(new CollectionRefusal.PromiseOpen());
    }
    return new Done<>(
        Optional.of(
            new Promise(
                Ids.next(),
                loan.id(),
                amount,
                stores.promises().countsFrom(loan.id(), on, given.dueOn()),
                given.dueOn(),
                Promise.State.OPEN,
                null,
                Money.zero(loan.currency()),
                null,
                caller.name())));
  }

  private CollectionOutcome<Contact> keep(
      Caller caller, Loan loan, Contact contact, @Nullable NextAction next, LocalDate today) {
    Person by = Person.of(caller);
    stores.contacts().insert(contact, loan.parties().borrowerId(), by);
    Promise promise = contact.promise();
    if (promise != null && !stores.promises().insert(promise, contact.id(), by)) {
      // Somebody else took one at the same moment.
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new Refused<>(new CollectionRefusal.PromiseOpen());
    }
    stores.followUps().contacted(loan.id(), contact.on(), today, next);
    trail.record(
        caller,
        "contact.log",
        new Subject("loan", loan.id(), loan.number()),
        null,
        shown(contact, next),
        null);
    return new Done<>(contact);
  }

  private static Shown shown(Contact contact, @Nullable NextAction next) {
    Promise promise = contact.promise();
    return new Shown(
        contact.on(),
        contact.said(),
        promise == null ? null : promise.amount().toDecimalString(),
        promise == null ? null : promise.dueOn(),
        next);
  }

  private record Shown(
      LocalDate on,
      Contact.Said said,
      @Nullable String promised,
      @Nullable LocalDate promisedBy,
      @Nullable NextAction next) {}
}
