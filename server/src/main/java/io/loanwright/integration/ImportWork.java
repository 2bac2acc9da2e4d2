package io.loanwright.integration;

import io.loanwright.access.Caller;
import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.integration.csv.CsvFile;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.LoanMapping;
import io.loanwright.integration.mapping.PaymentMapping;
import io.loanwright.integration.row.ImportedLoan;
import io.loanwright.integration.row.ImportedPayment;
import io.loanwright.integration.row.LoanRows;
import io.loanwright.integration.row.PaymentRows;
import io.loanwright.integration.row.Reading;
import io.loanwright.integration.store.ImportStore;
import io.loanwright.loan.NotTogether;
import io.loanwright.loan.TooManyTogether;
import io.loanwright.organization.Jobs;
import io.loanwright.organization.Organization;
import io.loanwright.product.ProductVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the files of an import and puts their rows in, a thousand to a transaction and a
 * transaction to each core.
 *
 * <p>Rows of one borrower, or of one loan, share a transaction. They are worked out and written
 * together. Where that cannot be, they are put in one by one, by the commands that people use, so
 * that a row that is refused late does no harm to the rows beside it.
 *
 * <p>What was refused and how far it is are written behind each batch, in a transaction apart. A
 * dry run is one transaction that is taken back in the end.
 */
@Component
class ImportWork {

  static final int BATCH = 1_000;

  /** Transactions that write side by side. */
  static final int LANES = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  static final int REJECTED_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

  private final Importers importers;
  private final ImportProducts products;
  private final ImportStore store;
  private final RefusedRows refused;
  private final Organization organization;
  private final TransactionTemplate batches;
  private final TransactionTemplate apart;
  private final TransactionTemplate outside;

  ImportWork(
      Importers importers,
      ImportProducts products,
      ImportStores stores,
      RefusedRows refused,
      Organization organization,
      PlatformTransactionManager transactions) {
    this.importers = importers;
    this.products = products;
    this.store = stores.imports();
    this.refused = refused;
    this.organization = organization;
    this.batches = template(transactions, TransactionDefinition.PROPAGATION_NESTED);
    this.apart = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.outside = template(transactions, TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
  }

  private static TransactionTemplate template(
      PlatformTransactionManager transactions, int propagation) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(propagation);
    return template;
  }

  /** An import at work. */
  private record Run(
      ImportRecord made,
      ImportFiles files,
      Caller caller,
      Jobs.Progress progress,
      LocalDate businessDate,
      Tally tally) {}

  /** Does an import; returns how far it came. */
  ImportSummary run(Caller caller, ImportRecord made, ImportFiles files, Jobs.Progress progress) {
    Run run = new Run(made, files, caller, progress, organization.businessDate(), new Tally());
    if (made.dryRun()) {
      batches.executeWithoutResult(status -> {
        store.useNumbersOfATrial();
        importAll(run);
        status.setRollbackOnly();
      });
    } else {
      importAll(run);
    }
    return run.tally().summary();
  }

  private void importAll(Run run) {
    Upload loanFile = run.files().loans();
    Upload paymentFile = run.files().payments();
    Currency currency = Currency.of(organization.current().currency().getCurrencyCode());
    if (loanFile != null) {
      currency = importLoans(run, loanFile, paymentFile);
    }
    if (paymentFile != null) {
      importPayments(run, paymentFile, currency);
    }
  }

  private Currency importLoans(Run run, Upload file, @Nullable Upload paymentFile) {
    LoanMapping mapping = Objects.requireNonNull(run.made().mapping().loans());
    ProductVersion product =
        Objects.requireNonNull(
            batches.execute(_ -> products.require(run.caller(), mapping.terms())));
    Currency currency = product.definition().terms().currency();
    Set<String> replayed = paymentFile == null ? Set.of() : loansPaidIn(run, paymentFile);
    ImportContext context =
        new ImportContext(run.made().id(), run.caller(), run.made().mapping(), currency, replayed);
    LoanRows rows = new LoanRows(mapping, file.columns(), currency, run.businessDate());
    Way<ImportedLoan> way =
        new Way<>(
            rows::read,
            row -> row.borrowerReference() == null ? row.reference() : row.borrowerReference(),
            ImportedLoan::reference,
            batch -> importers.loansTogether().take(context, product.id(), batch),
            batch -> importers.loans().take(context, product.id(), batch));
    inBatches(run, file, context, way);
    return currency;
  }

  private void importPayments(Run run, Upload file, Currency currency) {
    PaymentMapping mapping = Objects.requireNonNull(run.made().mapping().payments());
    ImportContext context =
        new ImportContext(run.made().id(), run.caller(), run.made().mapping(), currency, Set.of());
    PaymentRows rows = new PaymentRows(mapping, file.columns(), run.businessDate());
    Way<ImportedPayment> way =
        new Way<>(
            rows::read,
            ImportedPayment::loanReference,
            ImportedPayment::reference,
            batch -> importers.paymentsTogether().take(context, batch),
            batch -> importers.payments().take(context, batch));
    inBatches(run, file, context, way);
  }

  private static Set<String> loansPaidIn(Run run, Upload file) {
    PaymentMapping mapping = Objects.requireNonNull(run.made().mapping().payments());
    PaymentRows rows = new PaymentRows(mapping, file.columns(), run.businessDate());
    Set<String> references = new HashSet<>();
    try (CsvFile csv = file.open()) {
      while (csv.hasNext()) {
        if (rows.read(csv.next()) instanceof Reading.Good<?>(_, var value, _)
            && value instanceof ImportedPayment payment) {
          references.add(payment.loanReference());
        }
      }
    }
    return references;
  }

  /**
   * How rows of a file are read and put in.
   *
   * @param belonging rows in which it is the same are put in in their order: those of one borrower,
   *     or of one loan
   * @param reference what the other system calls what the row is about
   */
  private record Way<T>(
      Function<CsvRow, Reading<T>> reader,
      Function<T, String> belonging,
      Function<T, String> reference,
      Function<List<Reading<T>>, Batch> together,
      Function<List<Reading<T>>, Batch> oneByOne) {}

  private <T> void inBatches(Run run, Upload file, ImportContext context, Way<T> way) {
    int lanes = run.made().dryRun() ? 1 : LANES;
    try (CsvFile csv = file.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      while (csv.hasNext()) {
        List<CsvRow> rows = new ArrayList<>(lanes * BATCH);
        while (rows.size() < lanes * BATCH && csv.hasNext()) {
          rows.add(csv.next());
        }
        List<Reading<T>> readings = rows.parallelStream().map(way.reader()).toList();
        List<List<Reading<T>>> parts = parts(readings, lanes, context, way);
        List<Batch> done = new ArrayList<>();
        try {
          sideBySide(threads, parts, way, done);
        } finally {
          note(run, done);
        }
        report(run, done);
      }
    }
  }

  /** Deals rows out to lanes, those that belong together to one, in their order. */
  private static <T> List<List<Reading<T>>> parts(
      List<Reading<T>> readings, int lanes, ImportContext context, Way<T> way) {
    List<List<Reading<T>>> parts = new ArrayList<>();
    for (int i = 0; i < lanes; i++) {
      parts.add(new ArrayList<>());
    }
    for (Reading<T> reading : readings) {
      int lane = 0;
      if (reading instanceof Reading.Good<T>(CsvRow row, T value, _)) {
        context.note(way.reference().apply(value), row.number());
        lane = Math.floorMod(way.belonging().apply(value).hashCode(), lanes);
      }
      parts.get(lane).add(reading);
    }
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  /**
   * What came of putting rows in together.
   *
   * @param done what went in, by transaction
   * @param left rows of which nothing is in, since they have to go in one by one
   */
  private record Tried<T>(List<Batch> done, List<List<Reading<T>>> left) {}

  /**
   * Puts parts in together, each in a transaction of its own; what cannot, one by one after it.
   *
   * @param done is given what went in, also where something else fails
   */
  private <T> void sideBySide(
      ExecutorService threads, List<List<Reading<T>>> parts, Way<T> way, List<Batch> done) {
    if (parts.size() == 1) {
      take(together(parts.getFirst(), way), way, done);
      return;
    }
    List<Future<Tried<T>>> begun =
        parts.stream().map(part -> threads.submit(() -> together(part, way))).toList();
    RuntimeException first = null;
    for (Future<Tried<T>> one : begun) {
      try {
        take(result(one), way, done);
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private <T> void take(Tried<T> part, Way<T> way, List<Batch> done) {
    done.addAll(part.done());
    part.left().forEach(rows -> done.add(oneByOne(rows, way)));
  }

  private static <T> T result(Future<T> begun) {
    try {
      return begun.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImportStopped("The program is being stopped. Import the files again to finish.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e);
    }
  }

  /** Puts rows in together, in halves where they are too many. */
  private <T> Tried<T> together(List<Reading<T>> rows, Way<T> way) {
    try {
      Batch done = Objects.requireNonNull(batches.execute(_ -> way.together().apply(rows)));
      return new Tried<>(List.of(done), List.of());
    } catch (TooManyTogether tooMany) {
      Tried<T> first = together(rows.subList(0, rows.size() / 2), way);
      List<Reading<T>> rest = rows.subList(rows.size() / 2, rows.size());
      Tried<T> second =
          first.left().isEmpty() ? together(rest, way) : new Tried<>(List.of(), List.of(rest));
      return new Tried<>(both(first.done(), second.done()), both(first.left(), second.left()));
    } catch (NotTogether
        | Refused
        | ArithmeticException
        | ConcurrencyFailureException
        | DataIntegrityViolationException exception) {
      LOG.warn("{} rows go in one by one: {}", rows.size(), exception.getMessage());
      return new Tried<>(List.of(), List.of(rows));
    }
  }

  private static <E> List<E> both(List<E> first, List<E> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Once more where somebody else at work waited for these rows, and they for him. */
  private <T> Batch oneByOne(List<Reading<T>> rows, Way<T> way) {
    Supplier<Batch> take =
        () -> Objects.requireNonNull(batches.execute(_ -> way.oneByOne().apply(rows)));
    try {
      return take.get();
    } catch (ConcurrencyFailureException exception) {
      LOG.warn("{} rows go in once more: {}", rows.size(), exception.getMessage());
      return take.get();
    }
  }

  /** Keeps what of a round is in, and what was refused. */
  private void note(Run run, List<Batch> round) {
    round.forEach(run.tally()::add);
    apart.executeWithoutResult(_ -> {
      round.forEach(done -> refused.keep(run.made(), run.files(), done.rejections()));
      store.advance(run.made().id(), run.tally().summary());
    });
  }

  private void report(Run run, List<Batch> round) {
    long rows = round.stream().mapToLong(done -> done.counts().rows()).sum();
    outside.executeWithoutResult(_ -> run.progress().advance(rows));
    if (run.tally().rejected() > REJECTED_MAX) {
      throw new ImportStopped(
          "More than %d rows were refused, so it stopped. Is the mapping right?"
              .formatted(REJECTED_MAX));
    }
  }
}
