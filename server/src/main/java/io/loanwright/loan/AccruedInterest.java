package io.loanwright.loan;

import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.InstallmentPosition;
import io.loanwright.engine.replay.LoanPhase;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.rule.Replaying;
import io.loanwright.loan.store.AccrualStore;
import io.loanwright.loan.store.AccrualStore.Sum;
import io.loanwright.loan.store.AccrualStore.Taken;
import io.loanwright.loan.store.AccrualStore.Uneven;
import io.loanwright.loan.store.AccrualStore.Unseen;
import io.loanwright.loan.store.DueWorkStore;
import io.loanwright.product.ProductDefinition;
import io.loanwright.product.Products;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Interest that has arisen and is not paid, of the loans whose products say that it is income when
 * it arises.
 *
 * <p>The close of a day asks for the sums, which one statement adds up from the installments, but
 * for those in progress whose interest arises unevenly: these are derived from the events, as a
 * proof derives all of them.
 */
@Component
public class AccruedInterest {

  private static final Logger LOG = LoggerFactory.getLogger(AccruedInterest.class);
  private static final int AT_A_TIME = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final AccrualStore store;
  private final DueWorkStore events;
  private final LoanProducts products;

  AccruedInterest(AccrualStore store, DueWorkStore events, LoanProducts products) {
    this.store = store;
    this.events = events;
    this.products = products;
  }

  /**
   * What interest is posted together.
   *
   * @param receivable the code of the account of what is receivable
   * @param income the code of the account of what was earned
   */
  public record Book(
      UUID branchId, UUID productId, Currency currency, String receivable, String income) {}

  /**
   * A part of the interest of a book.
   *
   * @param unpaidSince the due date of the oldest installments of its loans that are not paid; null
   *     for none
   * @param unpaidMinor what has arisen and is not paid
   * @param bookedMinor what events posted to what is receivable since the last close, debits
   *     positive
   * @param opened what of that had arisen in another system, and was never income here
   */
  public record Part(
      Book book,
      @Nullable LocalDate unpaidSince,
      long unpaidMinor,
      long bookedMinor,
      Opened opened) {}

  /**
   * Interest of loans that were taken over, posted against an account of opening balances.
   *
   * @param account the code of that account
   * @param minor in minor units
   */
  public record Opened(String account, long minor) {}

  /**
   * Returns the interest at the end of a day, with what was posted since the last time that this
   * was asked; the next time it is not that any more.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Part> take(LocalDate day) {
    Taken taken = store.take(day);
    List<Part> parts = new ArrayList<>(taken.sums().stream().map(this::part).toList());
    List<Uneven> uneven = taken.uneven();
    for (int from = 0; from < uneven.size(); from += AT_A_TIME) {
      int to = Math.min(uneven.size(), from + AT_A_TIME);
      parts.addAll(inProgress(day, uneven.subList(from, to)));
    }
    return parts;
  }

  /** Derives what has arisen of installments in progress, from the events that the sums saw. */
  private List<Part> inProgress(LocalDate day, List<Uneven> installments) {
    Map<UUID, Uneven> byLoan = new HashMap<>();
    installments.forEach(each -> byLoan.put(each.loanId(), each));
    List<Loan> loans = store.loans(byLoan.keySet());
    Map<UUID, List<RecordedEvent>> known = events.events(loans);
    return loans.parallelStream()
        .map(loan ->
            inProgress(
                day,
                loan,
                Objects.requireNonNull(byLoan.get(loan.id())),
                known.getOrDefault(loan.id(), List.of())))
        .toList();
  }

  /** One loan that cannot be derived keeps no day from being closed; a proof names it. */
  private Part inProgress(
      LocalDate day, Loan loan, Uneven installment, List<RecordedEvent> events) {
    Part even = part(installment.even());
    List<RecordedEvent> seen =
        events.stream().filter(event -> event.sequence() <= installment.events()).toList();
    try {
      long unpaid =
          Replaying.position(loan.terms(), seen, day).installments().stream()
              .filter(row -> row.installment().dueOn().isAfter(day))
              .mapToLong(row -> row.interestArisenUnpaid(day).minor())
              .sum();
      return new Part(even.book(), even.unpaidSince(), unpaid, even.bookedMinor(), even.opened());
    } catch (Refused e) {
      LOG.warn(
          "Interest of loan {} counts as if it arose evenly: its events make no history ({}).",
          loan.number(),
          e.refusal().rule());
      return even;
    }
  }

  /** Returns what was posted since {@link #take} was asked last. */
  public List<Part> unseen() {
    return store.unseen().stream().map(this::part).toList();
  }

  /**
   * Derives the interest of each loan from its events, as {@link #take} saw them when it was asked
   * last.
   *
   * @param day the day that it was asked for
   */
  public void derive(LocalDate day, Consumer<Part> each) {
    List<Products.Version> versions = products.accruing();
    Map<UUID, Unseen> unseen = store.unseenByLoan();
    UUID last = BEFORE_ALL;
    List<Loan> some = versions.isEmpty() ? List.of() : next(versions, last);
    while (!some.isEmpty()) {
      Map<UUID, List<RecordedEvent>> known = events.events(some);
      some.parallelStream()
          .map(loan ->
              derived(day, loan, known.getOrDefault(loan.id(), List.of()), unseen.get(loan.id())))
          .toList()
          .forEach(each);
      last = some.getLast().id();
      some = next(versions, last);
    }
  }

  private List<Loan> next(List<Products.Version> versions, UUID last) {
    return store.loans(
        versions.stream().map(Products.Version::id).toList(),
        versions.stream().map(Products.Version::version).toList(),
        last,
        AT_A_TIME);
  }

  private Part derived(
      LocalDate day, Loan loan, List<RecordedEvent> events, @Nullable Unseen unseen) {
    UUID branch = unseen == null ? loan.parties().branchId() : unseen.branchId();
    ProductDefinition product = products.definition(loan);
    Book book = book(branch, loan.application().productId(), product);
    Part none = new Part(book, null, 0, 0, opened(product, 0));
    List<RecordedEvent> seen =
        events.stream()
            .filter(event -> unseen == null || event.sequence() < unseen.sequence())
            .toList();
    if (seen.isEmpty()) {
      return none;
    }
    LoanPosition position = Replaying.position(loan.terms(), seen, day);
    if (position.phase() != LoanPhase.ACTIVE) {
      return none;
    }
    Money unpaid = Money.zero(loan.currency());
    for (InstallmentPosition row : position.installments()) {
      unpaid = unpaid.plus(row.interestArisenUnpaid(day));
    }
    LocalDate unpaidSince = Replaying.progress(position, seen).oldestUnpaidOn();
    return new Part(book, unpaidSince, unpaid.minor(), 0, none.opened());
  }

  private Part part(Sum sum) {
    ProductDefinition product = products.definition(sum.productId(), sum.productVersion());
    return new Part(
        book(sum.branchId(), sum.productId(), product),
        sum.unpaidSince(),
        sum.unpaidMinor(),
        sum.bookedMinor(),
        opened(product, sum.openedMinor()));
  }

  private static Opened opened(ProductDefinition product, long minor) {
    return new Opened(product.account(PostingRole.OPENING_BALANCE), minor);
  }

  private static Book book(UUID branchId, UUID productId, ProductDefinition product) {
    return new Book(
        branchId,
        productId,
        product.terms().currency(),
        product.account(PostingRole.INTEREST_RECEIVABLE),
        product.account(PostingRole.INTEREST_INCOME));
  }
}
