package io.loanwright.arrears;

import io.loanwright.access.Caller;
import io.loanwright.arrears.store.AccrualDayStore;
import io.loanwright.arrears.store.AccrualDayStore.Standing;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.Source;
import io.loanwright.loan.AccruedInterest;
import io.loanwright.loan.AccruedInterest.Book;
import io.loanwright.loan.AccruedInterest.Part;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Makes interest income as it arises: brings what is receivable to what has arisen and is not paid,
 * of loans that are performing, at the end of each day.
 *
 * <p>What is posted is the difference of two sums, so whatever moved one of them since the day
 * before is in it: interest that arose, payments, of whatever value date, and loans that became
 * non-performing or came back.
 */
@Component
class Accruals {

  /** What entries of interest that accrues come from; their other part is the product. */
  static final String SOURCE = "accrual";

  private final AccruedInterest interest;
  private final AccrualDayStore store;
  private final Ledger ledger;

  Accruals(AccruedInterest interest, AccrualDayStore store, Ledger ledger) {
    this.interest = interest;
    this.store = store;
    this.ledger = ledger;
  }

  /** Posts the interest of a day that is being closed, and keeps how it left each book. */
  void post(Caller caller, LocalDate day, ArrearsClasses classes) {
    Map<Book, Sums> books = new LinkedHashMap<>();
    for (Standing before : store.last()) {
      books.computeIfAbsent(before.book(), _ -> new Sums()).before(before);
    }
    for (Part part : interest.take(day)) {
      books
          .computeIfAbsent(part.book(), _ -> new Sums())
          .add(part, classes.on(day, part.unpaidSince()).nonPerforming());
    }
    List<Standing> standings = new ArrayList<>();
    List<NewEntry> entries = new ArrayList<>();
    books.forEach((book, sums) -> {
      if (!sums.isNothing()) {
        standings.add(sums.standing(book));
      }
      List<Line> lines = lines(book, sums);
      if (!lines.isEmpty()) {
        entries.add(entry(day, book, sums, lines));
      }
    });
    if (!entries.isEmpty()) {
      ledger.postAll(caller, entries);
    }
    store.add(day, standings);
  }

  private static List<Line> lines(Book book, Sums sums) {
    Map<String, Long> changes = new LinkedHashMap<>();
    changes.put(book.receivable(), sums.change());
    changes.merge(book.income(), -sums.income(), Math::addExact);
    sums.takenBack.forEach((account, minor) -> changes.merge(account, minor, Math::addExact));
    return changes.entrySet().stream()
        .filter(change -> change.getValue() != 0)
        .map(change ->
            Line.ofChange(change.getKey(), new Money(change.getValue(), book.currency()), null))
        .toList();
  }

  private static NewEntry entry(LocalDate day, Book book, Sums sums, List<Line> lines) {
    Money suspended = new Money(sums.newlySuspended(), book.currency());
    String description = "Interest accrued on " + day;
    if (suspended.isPositive()) {
      description += ", less " + suspended.toDecimalString() + " of non-performing loans";
    } else if (suspended.isNegative()) {
      description += ", and " + suspended.negated().toDecimalString() + " suspended before";
    }
    return new NewEntry(
        Ids.next(),
        day,
        book.branchId(),
        description,
        new Source(SOURCE, book.productId()),
        null,
        lines);
  }

  /** The sums of one book, in minor units, before and after a day. */
  private static final class Sums {

    private long receivableBefore;
    private long suspendedBefore;
    private long receivable;
    private long suspended;
    private long booked;
    private final Map<String, Long> takenBack = new TreeMap<>();

    private void before(Standing standing) {
      receivableBefore = standing.receivableMinor();
      suspendedBefore = standing.suspendedMinor();
    }

    private void add(Part part, boolean isSuspended) {
      if (isSuspended) {
        suspended = Math.addExact(suspended, part.unpaidMinor());
        if (part.opened().minor() != 0) {
          takenBack.merge(part.opened().account(), part.opened().minor(), Math::addExact);
        }
      } else {
        receivable = Math.addExact(receivable, part.unpaidMinor());
      }
      booked = Math.addExact(booked, part.bookedMinor());
    }

    /** What is missing of what is receivable, after what events posted to it. */
    private long change() {
      return Math.subtractExact(receivable, Math.addExact(receivableBefore, booked));
    }

    /**
     * What of the change is income: not what loans that are suspended as soon as they are taken
     * over brought with them, which was none before either.
     */
    private long income() {
      return takenBack.values().stream().reduce(change(), Math::addExact);
    }

    private long newlySuspended() {
      return Math.subtractExact(suspended, suspendedBefore);
    }

    private boolean isNothing() {
      return receivable == 0
          && suspended == 0
          && receivableBefore == 0
          && suspendedBefore == 0
          && booked == 0;
    }

    private Standing standing(Book book) {
      return new Standing(
          book, Math.addExact(change(), newlySuspended()), income(), receivable, suspended);
    }
  }
}
