package io.loanwright.integration;

import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.row.Reading;
import io.loanwright.integration.row.RowProblem;
import java.util.ArrayList;
import java.util.List;

/** What came of some rows that went in together. */
final class Batch {

  private final Part part;
  private final List<Rejection> rejections = new ArrayList<>();
  private final Sums sums = new Sums();
  private long imported;
  private long present;
  private long skipped;
  private long borrowers;

  Batch(Part part) {
    this.part = part;
  }

  Part part() {
    return part;
  }

  Sums sums() {
    return sums;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  long borrowers() {
    return borrowers;
  }

  ImportCounts counts() {
    long rejected = rejections.size();
    return new ImportCounts(
        imported + present + skipped + rejected, imported, present, skipped, rejected);
  }

  void imported() {
    imported++;
  }

  void present() {
    present++;
  }

  void skipped() {
    skipped++;
  }

  void borrower() {
    borrowers++;
  }

  void reject(Reading.Bad<?> bad) {
    reject(bad.row(), bad.problems());
  }

  void reject(CsvRow row, List<RowProblem> problems) {
    rejections.add(new Rejection(part, row.number(), problems, row.values()));
  }
}
