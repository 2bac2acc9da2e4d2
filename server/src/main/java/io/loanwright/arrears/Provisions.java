package io.loanwright.arrears;

import io.loanwright.access.Caller;
import io.loanwright.arrears.store.ClassStore;
import io.loanwright.arrears.store.ExposureQuery;
import io.loanwright.arrears.store.ExposureQuery.Exposure;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.AccountType;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.Source;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings the allowance for loan losses to what the classes ask for, at the end of each month. */
@Component
class Provisions {

  private final ExposureQuery exposures;
  private final ClassStore store;
  private final Ledger ledger;

  Provisions(ExposureQuery exposures, ClassStore store, Ledger ledger) {
    this.exposures = exposures;
    this.store = store;
    this.ledger = ledger;
  }

  /**
   * What was posted.
   *
   * @param note what could not be posted; null if all was
   */
  record Posted(int entries, @Nullable String note) {}

  private record Book(UUID branchId, Currency currency) {

    static final Comparator<Book> ORDER =
        Comparator.comparing(Book::branchId).thenComparing(book -> book.currency().code());
  }

  /**
   * Posts the difference for each branch and currency, if the day is the last one of its month.
   * Once no class asks for anything any more, all that is set aside is taken back, and then the
   * account is left alone.
   */
  Posted post(Caller caller, LocalDate day, ArrearsClasses classes) {
    boolean isLast = day.plusDays(1).getDayOfMonth() == 1;
    boolean isSettingAside = classes.setsAside() || store.isSettingAside();
    if (!isLast || !isSettingAside) {
      return new Posted(0, null);
    }
    Map<Book, Money> differences = differences(day, classes);
    Set<String> closed = closed(differences.keySet());
    List<NewEntry> entries = new ArrayList<>();
    differences.forEach((book, difference) -> {
      if (!difference.isZero() && !closed.contains(book.currency().code())) {
        entries.add(entry(day, book, difference));
      }
    });
    if (!entries.isEmpty()) {
      ledger.postAll(caller, entries);
    }
    store.setAside(classes.setsAside() || !closed.isEmpty());
    return new Posted(entries.size(), note(closed));
  }

  private Map<Book, Money> differences(LocalDate day, ArrearsClasses classes) {
    Map<Book, Map<ArrearsClass, Money>> owed = new LinkedHashMap<>();
    for (Exposure exposure : exposures.byBranch()) {
      Money outstanding = exposure.outstanding();
      owed.computeIfAbsent(
              new Book(exposure.branchId(), outstanding.currency()), _ -> new LinkedHashMap<>())
          .merge(classes.on(day, exposure.unpaidSince()), outstanding, Money::plus);
    }
    Map<Book, Money> differences = new TreeMap<>(Book.ORDER);
    owed.forEach((book, byClass) ->
        byClass.forEach((each, sum) -> differences.merge(book, each.setAside(sum), Money::plus)));
    for (Ledger.OfBranch held : ledger.balancesByBranch(ChartPreset.allowance(), day)) {
      differences.merge(new Book(held.branchId(), held.net().currency()), held.net(), Money::plus);
    }
    return differences;
  }

  /** The currencies in which one of the two accounts takes no entry, or is of another type. */
  private Set<String> closed(Set<Book> books) {
    Map<String, AccountType> accounts =
        Map.of(
            ChartPreset.allowance(), AccountType.ASSET,
            ChartPreset.provisions(), AccountType.EXPENSE);
    Set<String> closed = new TreeSet<>();
    books.stream()
        .map(Book::currency)
        .distinct()
        .filter(currency -> !ledger.unusable(accounts, currency).isEmpty())
        .forEach(currency -> closed.add(currency.code()));
    return closed;
  }

  private static @Nullable String note(Set<String> closed) {
    return closed.isEmpty()
        ? null
        : "Nothing was set aside for losses in %s: %s must be an account of expenses and %s one of assets, both open to entries in it."
            .formatted(
                String.join(", ", closed), ChartPreset.provisions(), ChartPreset.allowance());
  }

  private static NewEntry entry(LocalDate day, Book book, Money difference) {
    return new NewEntry(
        Ids.next(),
        day,
        book.branchId(),
        "Set aside for loan losses at the end of " + day,
        new Source("provision", book.branchId()),
        null,
        List.of(
            Line.ofChange(ChartPreset.provisions(), difference, null),
            Line.ofChange(ChartPreset.allowance(), difference.negated(), null)));
  }
}
