package io.loanwright.demo;

import io.loanwright.access.Caller;
import io.loanwright.loan.AgreedChange;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanChanges;
import io.loanwright.loan.LoanFilter;
import io.loanwright.loan.LoanFilter.DaysPastDue;
import io.loanwright.loan.LoanLine;
import io.loanwright.loan.LoanRequest;
import io.loanwright.loan.LoanRequests;
import io.loanwright.loan.LoanSort;
import io.loanwright.loan.LoanStatus;
import io.loanwright.loan.LoanTopUps;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.WriteOffs;
import io.loanwright.web.ListWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is in hand about running loans on the demo's last day. */
@Component
class DemoArrears {

  private static final int LOOKED_AT = 30;
  private static final int HOPELESS_FROM = 60;
  private static final int CALLED_FROM = 1;
  private static final int PROMISES = 2;
  private static final int COLLECTED_FROM = 15;
  private static final int COLLECTED = 8;
  private static final int INSTALLMENTS = 3;
  private static final String GONE = "Moved away, and nobody knows where to";

  private final Loans loans;
  private final WriteOffs writeOffs;
  private final LoanTopUps topUps;
  private final LoanChanges changes;
  private final LoanRequests requests;
  private final DemoCollection collection;
  private final TransactionTemplate transaction;

  DemoArrears(
      Loans loans,
      WriteOffs writeOffs,
      LoanTopUps topUps,
      LoanChanges changes,
      LoanRequests requests,
      DemoCollection collection,
      TransactionTemplate transaction) {
    this.loans = loans;
    this.writeOffs = writeOffs;
    this.topUps = topUps;
    this.changes = changes;
    this.requests = requests;
    this.collection = collection;
    this.transaction = transaction;
  }

  /**
   * Asks for write-offs that wait, and some that are decided; takes promises for today; hands the
   * longest overdue loans to the branch's collector.
   */
  void leave(Caller accountant, DemoStaff.Desk desk, LocalDate today) {
    List<Loan> hopeless =
        loans(desk, null, new DaysPastDue(HOPELESS_FROM, null), LoanSort.DAYS_PAST_DUE_DOWN);
    List<Consumer<Loan>> deeds =
        List.of(
            loan -> ask(accountant, loan, today),
            loan -> ask(desk.manager(), loan, today),
            loan -> confirm(accountant, ask(desk.manager(), loan, today)),
            loan -> reject(desk.manager(), ask(accountant, loan, today)));
    for (int i = 0; i < Math.min(deeds.size(), hopeless.size()); i++) {
      deeds.get(i).accept(hopeless.get(i));
    }
    int promises = 0;
    for (Loan loan :
        loans(desk, null, new DaysPastDue(CALLED_FROM, HOPELESS_FROM - 1), LoanSort.NUMBER_DOWN)) {
      if (promises < PROMISES
          && isDone(() -> collection.isPromised(whoLooksAfter(desk, loan), loan, today))) {
        promises++;
      }
    }
    List<Loan> late =
        loans(desk, null, new DaysPastDue(COLLECTED_FROM, null), LoanSort.DAYS_PAST_DUE_DOWN)
            .stream()
            .limit(COLLECTED)
            .toList();
    handOver(desk, late);
  }

  /** Deals loans out, so that each has one collector. */
  private void handOver(DemoStaff.Desk desk, List<Loan> late) {
    List<Caller> collectors = desk.collectors();
    for (int i = 0; i < Math.min(collectors.size(), late.size()); i++) {
      List<Loan> own = new ArrayList<>();
      for (int j = i; j < late.size(); j += collectors.size()) {
        own.add(late.get(j));
      }
      collection.handOver(desk.manager(), collectors.get(i), own);
    }
  }

  private LoanRequest ask(Caller caller, Loan loan, LocalDate today) {
    return DemoStaff.done(writeOffs.ask(caller, loan.id(), new Commands.WriteOff(today, GONE)));
  }

  private void confirm(Caller caller, LoanRequest request) {
    String amount = writeOffs.owed(request).orElse(request.wanted().amount()).toDecimalString();
    DemoStaff.done(writeOffs.confirm(caller, request.id(), amount));
  }

  private void reject(Caller caller, LoanRequest request) {
    DemoStaff.done(requests.reject(caller, request.id(), "The guarantor has not been asked yet"));
  }

  private static Caller whoLooksAfter(DemoStaff.Desk desk, Loan loan) {
    return officer(desk, loan).orElse(desk.manager());
  }

  private static Optional<Caller> officer(DemoStaff.Desk desk, Loan loan) {
    return desk.clerks().stream()
        .filter(clerk -> clerk.userId().equals(loan.parties().officerId()))
        .findFirst();
  }

  /**
   * Pays more out on the first loan of a product that may be topped up, as its officer asked, and
   * leaves what he asks for of the next one to the manager.
   */
  void topUp(DemoStaff.Desk desk, DemoProducts.Offer offer, UUID fundId, LocalDate today) {
    String amount = String.valueOf(offer.least() / 2);
    Commands.TopUp more = new Commands.TopUp(amount, today, fundId, "A doctor's bill came");
    oneDoneAndOneAsked(
        loans(desk, offer.product().id(), new DaysPastDue(0, 0), LoanSort.PRINCIPAL_UP),
        (loan, pays) -> isToppedUp(desk, loan, more, pays));
  }

  /**
   * Gives the first loan that is behind more time, as its officer asked, and leaves what he asks
   * for of the next one to the manager.
   */
  void moreTime(DemoStaff.Desk desk, LocalDate today) {
    Commands.Change more =
        new Commands.Change(
            new AgreedChange.LongerTerm(today, INSTALLMENTS), "The harvest came late");
    oneDoneAndOneAsked(
        loans(desk, null, new DaysPastDue(CALLED_FROM, HOPELESS_FROM - 1), LoanSort.PRINCIPAL_UP),
        (loan, agrees) -> hasMoreTime(desk, loan, more, agrees));
  }

  private boolean hasMoreTime(
      DemoStaff.Desk desk, Loan loan, Commands.Change more, boolean isAgreed) {
    Caller officer = officer(desk, loan).orElse(null);
    if (officer == null) {
      return false;
    }
    return switch (changes.ask(officer, loan.id(), more)) {
      case Outcome.Refused<LoanRequest> _ -> false;
      case Outcome.Done<LoanRequest>(LoanRequest request) ->
          !isAgreed
              || changes.confirm(
                      desk.manager(), request.id(), request.wanted().amount().toDecimalString())
                  instanceof Outcome.Done;
    };
  }

  /** Does something for a loan that it may be done for, and asks for it for the next one. */
  private void oneDoneAndOneAsked(List<Loan> loans, BiPredicate<Loan, Boolean> deed) {
    boolean isAnyDone = false;
    for (Loan loan : loans) {
      boolean does = !isAnyDone;
      if (isDone(() -> deed.test(loan, does))) {
        if (isAnyDone) {
          return;
        }
        isAnyDone = true;
      }
    }
  }

  private boolean isToppedUp(DemoStaff.Desk desk, Loan loan, Commands.TopUp more, boolean isPaid) {
    Caller officer = officer(desk, loan).orElse(null);
    if (officer == null) {
      return false;
    }
    return switch (topUps.ask(officer, loan.id(), more)) {
      case Outcome.Refused<LoanRequest> _ -> false;
      case Outcome.Done<LoanRequest>(LoanRequest request) ->
          !isPaid
              || topUps.confirm(desk.manager(), request.id(), more.amount())
                  instanceof Outcome.Done;
    };
  }

  private List<Loan> loans(
      DemoStaff.Desk desk, @Nullable UUID productId, DaysPastDue pastDue, LoanSort order) {
    LoanFilter filter =
        new LoanFilter(
            Set.of(LoanStatus.ACTIVE), null, productId, null, null, null, pastDue, null, null);
    Stream<LoanLine> lines =
        loans
            .page(desk.manager(), filter, new ListWindow<>(order, null, LOOKED_AT))
            .items()
            .stream();
    return lines.map(LoanLine::loan).toList();
  }

  /** Something that a rule may forbid; nothing of it stays then. */
  private interface Attempt {
    boolean isDone();
  }

  private boolean isDone(Attempt attempt) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          boolean done = attempt.isDone();
          if (!done) {
            status.setRollbackOnly();
          }
          return done;
        }));
  }
}
