package io.loanwright.arrears;

import io.loanwright.arrears.store.AccrualDayStore;
import io.loanwright.arrears.store.AccrualDayStore.Receivable;
import io.loanwright.arrears.store.AccrualDayStore.Standing;
import io.loanwright.arrears.store.ClassStore;
import io.loanwright.arrears.store.ClassStore.Seen;
import io.loanwright.arrears.store.DayStore;
import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.AccruedInterest;
import io.loanwright.loan.AccruedInterest.Book;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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
    compareWithJournal(books, found);
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

  private static void compare(Book book, Figures figures, Consumer<Difference> found) {
    String record = named(book.branchId(), book.productId(), book.currency());
    Currency currency = book.currency();
    same(record + ", receivable", currency, figures.receivableSaid, figures.receivable, found);
    same(record + ", suspended", currency, figures.suspendedSaid, figures.suspended, found);
  }

  /** Versions of a product may differ in the account of their income, and share what is owed. */
  private void compareWithJournal(Map<Book, Figures> books, Consumer<Difference> found) {
    Map<Receivable, Long> follows = new LinkedHashMap<>();
    books.forEach((book, figures) ->
        follows.merge(
            Receivable.of(book), figures.receivable + figures.bookedSince, Math::addExact));
    Map<Receivable, Long> posted =
        store.inBooks(
            follows.keySet().stream().map(Receivable::account).distinct().toList(),
            Accruals.SOURCE);
    follows.forEach((of, minor) -> {
      String record = named(of.branchId(), of.productId(), of.currency());
      long says = posted.getOrDefault(of, 0L);
      same(record + ", account " + of.account(), of.currency(), says, minor, found);
    });
  }

  private static String named(UUID branch, UUID product, Currency currency) {
    return "interest of branch %s, product %s, %s".formatted(branch, product, currency.code());
  }

  private static void same(
      String record, Currency currency, long says, long follows, Consumer<Difference> found) {
    if (says != follows) {
      found.accept(new Difference(record, text(currency, says), text(currency, follows)));
    }
  }

  private static String text(Currency currency, long minor) {
    return new Money(minor, currency).toDecimalString();
  }
}
