package io.loanwright.integration;

import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.NewBorrower;
import io.loanwright.integration.mapping.LoanFate;
import io.loanwright.integration.mapping.LoanMapping;
import io.loanwright.integration.row.Figure;
import io.loanwright.integration.row.ImportedLoan;
import io.loanwright.integration.row.Reading;
import io.loanwright.integration.row.RowProblem;
import io.loanwright.integration.store.BookTotals;
import io.loanwright.integration.store.ReferenceStore;
import io.loanwright.integration.store.ReferenceStore.Kind;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Loan;
import io.loanwright.loan.LoanState;
import io.loanwright.loan.Loans;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts loans in, with their borrowers.
 *
 * <p>A loan whose payments are imported too starts with its disbursement; any other is taken over
 * where it stands.
 */
@Component
class LoanImporter {

  static final Commands.Default DEFAULTED_BEFORE =
      new Commands.Default(true, "In default in the other system");

  private final ReferenceStore references;
  private final BookTotals books;
  private final Borrowers borrowers;
  private final Loans loans;
  private final RowTransactions rows;

  LoanImporter(
      ReferenceStore references,
      BookTotals books,
      Borrowers borrowers,
      Loans loans,
      RowTransactions rows) {
    this.references = references;
    this.books = books;
    this.borrowers = borrowers;
    this.loans = loans;
    this.rows = rows;
  }

  /** A batch at work: what it is, and what its references are known as, before and by it. */
  record Work(
      ImportContext context,
      UUID productId,
      LoanMapping mapping,
      Batch batch,
      Map<String, UUID> loans,
      Map<String, UUID> newLoans,
      Map<String, UUID> borrowers,
      Map<String, UUID> newBorrowers) {}

  /** Who was made for a row, and what. */
  private record Taken(UUID borrowerId, UUID loanId) {}

  /** Puts rows in one by one, in the caller's transaction. */
  Batch take(ImportContext context, UUID productId, List<Reading<ImportedLoan>> readings) {
    Work work = prepare(context, productId, readings);
    for (Reading<ImportedLoan> reading : readings) {
      switch (reading) {
        case Reading.Left<ImportedLoan> _ -> work.batch().skipped();
        case Reading.Bad<ImportedLoan> bad -> {
          work.batch().sums().addFile(context.currency(), bad.figures());
          work.batch().reject(bad);
        }
        case Reading.Good<ImportedLoan> good -> {
          work.batch().sums().addFile(context.currency(), compared(context, good));
          take(work, good);
        }
      }
    }
    return finished(work);
  }

  /** Keeps the references of what was made, and adds up what the books have for the rows. */
  Batch finished(Work work) {
    ImportContext context = work.context();
    references.insert(Kind.BORROWER, context.source(), context.importId(), work.newBorrowers());
    references.insert(Kind.LOAN, context.source(), context.importId(), work.newLoans());
    addBooks(work);
    return work.batch();
  }

  Work prepare(ImportContext context, UUID productId, List<Reading<ImportedLoan>> readings) {
    List<String> loanReferences = new ArrayList<>();
    List<String> borrowerReferences = new ArrayList<>();
    for (Reading<ImportedLoan> reading : readings) {
      if (reading instanceof Reading.Good<ImportedLoan>(_, ImportedLoan loan, _)) {
        loanReferences.add(loan.reference());
        if (loan.borrowerReference() != null) {
          borrowerReferences.add(loan.borrowerReference());
        }
      }
    }
    return new Work(
        context,
        productId,
        Objects.requireNonNull(context.mapping().loans()),
        new Batch(Part.LOANS),
        references.find(Kind.LOAN, context.source(), loanReferences),
        new HashMap<>(),
        references.find(Kind.BORROWER, context.source(), borrowerReferences),
        new HashMap<>());
  }

  private void take(Work work, Reading.Good<ImportedLoan> good) {
    ImportedLoan row = good.value();
    Optional<RowProblem> doubled =
        work.context().doubled(work.mapping().reference(), row.reference(), good.row().number());
    if (doubled.isPresent()) {
      work.batch().reject(Reading.Bad.of(good, doubled.get()));
    } else if (work.loans().containsKey(row.reference())) {
      work.batch().present();
    } else {
      switch (rows.take(() -> keep(work, row))) {
        case Attempt.Kept<Taken>(Taken taken) -> noteKept(work, row, taken);
        case Attempt.Refused<Taken>(RowProblem problem) ->
            work.batch().reject(Reading.Bad.of(good, problem));
      }
    }
  }

  static @Nullable UUID knownBorrower(Work work, ImportedLoan row) {
    String reference = row.borrowerReference();
    return reference == null ? null : work.borrowers().get(reference);
  }

  private static void noteKept(Work work, ImportedLoan row, Taken taken) {
    work.batch().imported();
    work.newLoans().put(row.reference(), taken.loanId());
    if (knownBorrower(work, row) == null) {
      work.batch().borrower();
      String reference = row.borrowerReference();
      if (reference != null) {
        work.borrowers().put(reference, taken.borrowerId());
        work.newBorrowers().put(reference, taken.borrowerId());
      }
    }
  }

  private Taken keep(Work work, ImportedLoan row) {
    UUID known = knownBorrower(work, row);
    UUID borrowerId = known == null ? borrower(work, row) : known;
    return new Taken(borrowerId, loan(work, borrowerId, row).id());
  }

  private UUID borrower(Work work, ImportedLoan row) {
    NewBorrower wanted =
        new NewBorrower(row.borrower(), work.mapping().borrower().branchId(), null);
    return Refusals.made(borrowers.create(work.context().caller(), wanted)).id();
  }

  private Loan loan(Work work, UUID borrowerId, ImportedLoan row) {
    ImportContext context = work.context();
    ImportedLoan.Terms terms = row.terms();
    Commands.Apply apply = apply(work, borrowerId, terms);
    Loan taken =
        context.isReplayed(row.reference())
            ? replayed(context, apply, terms.disbursedOn())
            : Refusals.done(loans.open(context.caller(), opening(apply, row)));
    return row.position().fate() == LoanFate.DEFAULTED && taken.state() instanceof LoanState.Active
        ? Refusals.done(loans.mark(context.caller(), taken.id(), DEFAULTED_BEFORE))
        : taken;
  }

  static Commands.Apply apply(Work work, UUID borrowerId, ImportedLoan.Terms terms) {
    return new Commands.Apply(
        borrowerId,
        work.productId(),
        terms.amount().toDecimalString(),
        terms.annualRate(),
        terms.repayments(),
        terms.purpose());
  }

  private Loan replayed(ImportContext context, Commands.Apply apply, LocalDate disbursedOn) {
    Loan applied = Refusals.done(loans.apply(context.caller(), apply));
    return Refusals.done(
        loans.disburseTakenOver(
            context.caller(), applied.id(), new Commands.Disburse(disbursedOn)));
  }

  static Commands.Open opening(Commands.Apply apply, ImportedLoan row) {
    ImportedLoan.Position position = row.position();
    return new Commands.Open(
        apply,
        row.terms().disbursedOn(),
        position.on(),
        position.balance().toDecimalString(),
        new Commands.Paid(
            position.paid().principal().toDecimalString(),
            position.paid().interest().toDecimalString(),
            position.paid().fees().toDecimalString(),
            position.paid().penalties().toDecimalString()),
        position.fate() == LoanFate.WRITTEN_OFF,
        position.unpaidSince());
  }

  /** Where payments are replayed, what was paid comes from them and not from the row. */
  static Map<Figure, BigDecimal> compared(ImportContext context, Reading.Good<ImportedLoan> good) {
    return context.isReplayed(good.value().reference())
        ? amountOnly(good.figures())
        : good.figures();
  }

  private void addBooks(Work work) {
    Map<String, UUID> all = new HashMap<>(work.loans());
    all.putAll(work.newLoans());
    List<UUID> whole = new ArrayList<>();
    List<UUID> replayed = new ArrayList<>();
    all.forEach(
        (reference, id) -> (work.context().isReplayed(reference) ? replayed : whole).add(id));
    Sums sums = work.batch().sums();
    books.ofLoans(whole).forEach(sums::addBooks);
    books
        .ofLoans(replayed)
        .forEach((currency, figures) -> sums.addBooks(currency, amountOnly(figures)));
  }

  private static Map<Figure, BigDecimal> amountOnly(Map<Figure, BigDecimal> figures) {
    BigDecimal amount = figures.get(Figure.AMOUNT);
    return amount == null ? Map.of() : Map.of(Figure.AMOUNT, amount);
  }
}
