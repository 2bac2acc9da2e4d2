package io.loanwright.integration;

/** How far an import has come: the batches so far, added up. */
final class Tally {

  private final Sums sums = new Sums();
  private ImportCounts loans = ImportCounts.NONE;
  private ImportCounts payments = ImportCounts.NONE;
  private long borrowers;

  void add(Batch batch) {
    sums.add(batch.sums());
    borrowers += batch.borrowers();
    switch (batch.part()) {
      case LOANS -> loans = loans.plus(batch.counts());
      case PAYMENTS -> payments = payments.plus(batch.counts());
    }
  }

  long rejected() {
    return loans.rejected() + payments.rejected();
  }

  ImportSummary summary() {
    return new ImportSummary(loans, payments, borrowers, sums.totals());
  }
}
