package io.loanwright.arrears;

import io.loanwright.arrears.store.AccrualDayStore;
import io.loanwright.arrears.store.AccrualDayStore.Standing;
import io.loanwright.arrears.store.ClassStore;
import io.loanwright.arrears.store.ClassStore.Seen;
import io.loanwright.arrears.store.DayStore;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.AccruedInterest;
import io.loanwright.loan.AccruedInterest.Book;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Derives the interest that had arisen and was not paid when the last day was closed from the
 * events of each loan, as far as that close saw them, and compares it with what the close kept and
 * with the journal.
 */
@Component
@Order(2)
class AccrualProof implements Proof {

  private static final Comparator<Book> ORDER =
      Comparator.comparing(Book::branchId)
          .thenComparing(Book::productId)
          .thenComparing(book -> book.currency().code())
          .thenComparing(Book::receivable)
          .thenComparing(Book::income);

  private final AccruedInterest interest;
  private final AccrualDayStore store;
  private final ClassStore classes;
  private final DayStore days;

  AccrualProof(AccruedInterest interest, AccrualDayStore store, ClassStore classes, DayStore days) {
    this.interest = interest;
    this.store = store;
    this.classes = classes;
    this.days = days;
  }

  /** What is said of a book and what follows, in minor units. */
  private static final class Figures {

    private long receivableSaid;
    private long suspendedSaid;
    private long receivable;
    private long suspended;
    private long bookedSince;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    Optional<LocalDate> last = days.last();
    Map<Book, Figures> books = last.isPresent() ? books(last.get()) : Map.of();
    books.forEach((book, figures) -> compare(book, figures, found));
    return new Checked("books of interest", books.size());
  }

  private Map<Book, Figures> books(LocalDate day) {
    Map<Book, Figures> books = new TreeMap<>(ORDER);
    List<Seen> seen = classes.seen();
    for (Standing said : store.last()) {
      Figures figures = books.computeIfAbsent(said.book(), _ -> new Figures());
      figures.receivableSaid = said.receivableMinor();
      figures.suspendedSaid = said.suspendedMinor();
    }
    interest.derive(
        day,
        part -> {
          Figures figures = books.computeIfAbsent(part.book(), _ -> new Figures());
          if (isSuspended(seen, day, part.unpaidSince())) {
            figures.suspended = Math.addExact(figures.suspended, part.unpaidMinor());
          } else {
            figures.receivable = Math.addExact(figures.receivable, part.unpaidMinor());
          }
        });
    for (AccruedInterest.Part part : interest.unseen()) {
      books.computeIfAbsent(part.book(), _ -> new Figures()).bookedSince += part.bookedMinor();
    }
    return books;
  }

  private static boolean isSuspended(
      List<Seen> classes, LocalDate day, @Nullable LocalDate unpaidSince) {
    long daysPastDue = unpaidSince == null ? 0 : day.toEpochDay() - unpaidSince.toEpochDay();
    return classes.stream()
        .filter(each -> each.fromDay() <= Math.max(0, daysPastDue))
        .reduce((_, later) -> later)
        .map(Seen::nonPerforming)
        .orElse(false);
  }

  private void compare(Book book, Figures figures, Consumer<Difference> found) {
    String record =
        "interest of branch %s, product %s, %s"
            .formatted(book.branchId(), book.productId(), book.currency().code());
    same(record + ", receivable", book, figures.receivableSaid, figures.receivable, found);
    same(record + ", suspended", book, figures.suspendedSaid, figures.suspended, found);
    same(
        record + ", account " + book.receivable(),
        book,
        store.inBooks(book, Accruals.SOURCE),
        figures.receivable + figures.bookedSince,
        found);
  }

  private static void same(
      String record, Book book, long says, long follows, Consumer<Difference> found) {
    if (says != follows) {
      found.accept(new Difference(record, text(book, says), text(book, follows)));
    }
  }

  private static String text(Book book, long minor) {
    return new Money(minor, book.currency()).toDecimalString();
  }
}
