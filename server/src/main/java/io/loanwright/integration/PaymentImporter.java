package io.loanwright.integration;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.integration.mapping.PaymentMapping;
import io.loanwright.integration.row.ImportedPayment;
import io.loanwright.integration.row.Reading;
import io.loanwright.integration.row.RowProblem;
import io.loanwright.integration.store.BookTotals;
import io.loanwright.integration.store.ReferenceStore;
import io.loanwright.integration.store.ReferenceStore.Kind;
import io.loanwright.loan.Commands;
import io.loanwright.payment.Payments;
import io.loanwright.web.Ids;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts payments in on loans that were imported, each on its value date. */
@Component
class PaymentImporter {

  private final ReferenceStore references;
  private final BookTotals books;
  private final Payments payments;
  private final RowTransactions rows;

  PaymentImporter(
      ReferenceStore references, BookTotals books, Payments payments, RowTransactions rows) {
    this.references = references;
    this.books = books;
    this.payments = payments;
    this.rows = rows;
  }

  /** A batch at work: what it is, and what its references are known as, before and by it. */
  record Work(
      ImportContext context,
      PaymentMapping mapping,
      Batch batch,
      Map<String, UUID> loans,
      Map<UUID, Currency> currencies,
      Map<String, UUID> payments,
      Map<String, UUID> newPayments) {}

  /** Puts rows in one by one, in the caller's transaction. */
  Batch take(ImportContext context, List<Reading<ImportedPayment>> readings) {
    Work work = prepare(context, readings);
    for (Reading<ImportedPayment> reading : readings) {
      switch (reading) {
        case Reading.Left<ImportedPayment> _ -> work.batch().skipped();
        case Reading.Bad<ImportedPayment> bad -> {
          work.batch().sums().addFile(context.currency(), bad.figures());
          work.batch().reject(bad);
        }
        case Reading.Good<ImportedPayment> good -> {
          work.batch().sums().addFile(currency(work, good.value()), good.figures());
          take(work, good);
        }
      }
    }
    return finished(work);
  }

  /** Keeps the references of what was made, and adds up what the books have for the rows. */
  Batch finished(Work work) {
    ImportContext context = work.context();
    references.insert(Kind.PAYMENT, context.source(), context.importId(), work.newPayments());
    List<UUID> all = new ArrayList<>(work.payments().values());
    all.addAll(work.newPayments().values());
    books
        .ofPayments(work.currencies().keySet(), all)
        .forEach((currency, figures) -> work.batch().sums().addBooks(currency, figures));
    return work.batch();
  }

  Work prepare(ImportContext context, List<Reading<ImportedPayment>> readings) {
    List<String> loanReferences = new ArrayList<>();
    List<String> paymentReferences = new ArrayList<>();
    for (Reading<ImportedPayment> reading : readings) {
      if (reading instanceof Reading.Good<ImportedPayment>(_, ImportedPayment payment, _)) {
        loanReferences.add(payment.loanReference());
        paymentReferences.add(payment.reference());
      }
    }
    Map<String, UUID> known = references.find(Kind.LOAN, context.source(), loanReferences);
    return new Work(
        context,
        Objects.requireNonNull(context.mapping().payments()),
        new Batch(Part.PAYMENTS),
        known,
        books.currencies(known.values()),
        references.find(Kind.PAYMENT, context.source(), paymentReferences),
        new HashMap<>());
  }

  static Currency currency(Work work, ImportedPayment row) {
    UUID loanId = work.loans().get(row.loanReference());
    return loanId == null
        ? work.context().currency()
        : Objects.requireNonNull(work.currencies().get(loanId));
  }

  private void take(Work work, Reading.Good<ImportedPayment> good) {
    ImportedPayment row = good.value();
    Optional<RowProblem> doubled =
        work.context().doubled(work.mapping().reference(), row.reference(), good.row().number());
    if (doubled.isPresent()) {
      work.batch().reject(Reading.Bad.of(good, doubled.get()));
    } else if (work.payments().containsKey(row.reference())) {
      work.batch().present();
    } else {
      switch (rows.take(() -> keep(work, row))) {
        case Attempt.Kept<UUID>(UUID paymentId) -> {
          work.batch().imported();
          work.newPayments().put(row.reference(), paymentId);
        }
        case Attempt.Refused<UUID>(RowProblem problem) ->
            work.batch().reject(Reading.Bad.of(good, problem));
      }
    }
  }

  private UUID keep(Work work, ImportedPayment row) {
    Commands.RepayLoan wanted = wanted(work, row);
    Refusals.done(payments.takeOver(work.context().caller(), wanted.loanId(), wanted.repay()));
    return wanted.repay().eventId();
  }

  /**
   * Returns the command that a row stands for.
   *
   * @throws RowRefused if there is none
   */
  static Commands.RepayLoan wanted(Work work, ImportedPayment row) {
    UUID loanId = work.loans().get(row.loanReference());
    if (loanId == null) {
      throw new RowRefused(
          new RowProblem(
              work.mapping().loanReference().label(),
              row.loanReference(),
              "the reference of a loan imported from " + work.context().source(),
              "Import the loan first, or correct the reference."));
    }
    return new Commands.RepayLoan(
        loanId,
        new Commands.Repay(
            Ids.next(),
            amount(work, row).toDecimalString(),
            row.on(),
            work.mapping().usedChannel(),
            row.reference(),
            null));
  }

  private static Money amount(Work work, ImportedPayment row) {
    Currency currency = currency(work, row);
    boolean exact = row.amount().stripTrailingZeros().scale() <= currency.minorDigits();
    if (!exact && !work.mapping().fileFormat().rounds()) {
      throw new RowRefused(
          new RowProblem(
              work.mapping().amount().label(),
              row.amount().toPlainString(),
              "at most %d decimals in %s".formatted(currency.minorDigits(), currency.code()),
              "Round the amount, or have amounts rounded by the mapping (roundDecimals)."));
    }
    return Money.round(row.amount(), currency, RoundingMode.HALF_EVEN);
  }
}
