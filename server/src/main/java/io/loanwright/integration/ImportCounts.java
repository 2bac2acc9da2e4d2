package io.loanwright.integration;

/**
 * What became of the rows of one file.
 *
 * @param rows how many were read; the other figures add up to it
 * @param imported went in now, or would
 * @param present were in before, from an earlier import
 * @param skipped left out because the mapping says so
 * @param rejected refused
 */
public record ImportCounts(long rows, long imported, long present, long skipped, long rejected) {

  /** No rows. */
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0);

  ImportCounts plus(ImportCounts other) {
    return new ImportCounts(
        rows + other.rows,
        imported + other.imported,
        present + other.present,
        skipped + other.skipped,
        rejected + other.rejected);
  }
}
