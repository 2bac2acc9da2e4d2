package io.loanwright.integration;

import io.loanwright.access.Caller;
import io.loanwright.engine.Refused;
import io.loanwright.engine.money.Currency;
import io.loanwright.integration.csv.CsvFile;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.LoanMapping;
import io.loanwright.integration.mapping.PaymentMapping;
import io.loanwright.integration.row.ImportedPayment;
import io.loanwright.integration.row.LoanRows;
import io.loanwright.integration.row.PaymentRows;
import io.loanwright.integration.row.Reading;
import io.loanwright.integration.store.ImportStore;
import io.loanwright.integration.store.RejectionStore;
import io.loanwright.loan.NotTogether;
import io.loanwright.organization.Jobs;
import io.loanwright.organization.Organization;
import io.loanwright.product.ProductVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the files of an import and puts their rows in, a thousand to a transaction.
 *
 * <p>The rows of a transaction are worked out and written together. Where that cannot be, they are
 * put in one by one, by the commands that people use, so that a row that is refused late does no
 * harm to the rows beside it.
 *
 * <p>What was refused and how far it is are written behind each batch, in a transaction apart. A
 * dry run is one transaction that is taken back in the end.
 */
@Component
class ImportWork {

  static final int BATCH = 1_000;
  static final int REJECTED_MAX = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);

  private final Importers importers;
  private final ImportProducts products;
  private final ImportStore store;
  private final RejectionStore rejections;
  private final Organization organization;
  private final TransactionTemplate batches;
  private final TransactionTemplate apart;
  private final TransactionTemplate outside;

  ImportWork(
      Importers importers,
      ImportProducts products,
      ImportStores stores,
      Organization organization,
      PlatformTransactionManager transactions) {
    this.importers = importers;
    this.products = products;
    this.store = stores.imports();
    this.rejections = stores.rejections();
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
    inBatches(
        run,
        file,
        rows::read,
        batch -> importers.loansTogether().take(context, product.id(), batch),
        batch -> importers.loans().take(context, product.id(), batch));
    return currency;
  }

  private void importPayments(Run run, Upload file, Currency currency) {
    PaymentMapping mapping = Objects.requireNonNull(run.made().mapping().payments());
    ImportContext context =
        new ImportContext(run.made().id(), run.caller(), run.made().mapping(), currency, Set.of());
    PaymentRows rows = new PaymentRows(mapping, file.columns(), run.businessDate());
    inBatches(
        run,
        file,
        rows::read,
        batch -> importers.paymentsTogether().take(context, batch),
        batch -> importers.payments().take(context, batch));
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

  private <T> void inBatches(
      Run run,
      Upload file,
      Function<CsvRow, Reading<T>> reader,
      Function<List<Reading<T>>, Batch> together,
      Function<List<Reading<T>>, Batch> oneByOne) {
    try (CsvFile csv = file.open()) {
      while (csv.hasNext()) {
        List<CsvRow> rows = new ArrayList<>(BATCH);
        while (rows.size() < BATCH && csv.hasNext()) {
          rows.add(csv.next());
        }
        List<Reading<T>> readings = rows.parallelStream().map(reader).toList();
        report(run, put(readings, together, oneByOne));
      }
    }
  }

  private <T> Batch put(
      List<Reading<T>> readings,
      Function<List<Reading<T>>, Batch> together,
      Function<List<Reading<T>>, Batch> oneByOne) {
    try {
      return Objects.requireNonNull(batches.execute(_ -> together.apply(readings)));
    } catch (NotTogether
        | Refused
        | ArithmeticException
        | DataIntegrityViolationException exception) {
      LOG.info("Rows go in one by one, since together they do not", exception);
      return Objects.requireNonNull(batches.execute(_ -> oneByOne.apply(readings)));
    }
  }

  private void report(Run run, Batch done) {
    run.tally().add(done);
    apart.executeWithoutResult(_ -> {
      rejections.insert(run.made().id(), done.rejections());
      store.advance(run.made().id(), run.tally().summary());
    });
    outside.executeWithoutResult(_ -> run.progress().advance(done.counts().rows()));
    if (run.tally().rejected() > REJECTED_MAX) {
      throw new ImportStopped(
          "More than %d rows were refused, so it stopped. Is the mapping right?"
              .formatted(REJECTED_MAX));
    }
  }
}
