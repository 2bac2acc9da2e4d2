package io.loanwright.integration.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.loanwright.integration.ImportRecord;
import io.loanwright.integration.Imports;
import io.loanwright.integration.Part;
import io.loanwright.integration.Rejection;
import io.loanwright.integration.row.RowProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes refused rows as they were, with the reasons behind them, to be put right and sent again.
 *
 * <p>Text that looks like a formula stays as it was: the file is the sender's own, and an
 * apostrophe before it would come in with the next import.
 */
final class RejectedRows {

  private static final int PAGE = 500;

  private final Imports imports;
  private final ImportRecord made;
  private final Part part;

  RejectedRows(Imports imports, ImportRecord made, Part part) {
    this.imports = imports;
    this.made = made;
    this.part = part;
  }

  void write(OutputStream out) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
      List<String> header = new ArrayList<>(columns());
      header.add("import_row");
      header.add("import_errors");
      csv.writeRecord(header);
      long row = 0;
      List<Rejection> page;
      do {
        page = imports.rejections(made.id(), part, row, PAGE);
        for (Rejection rejection : page) {
          if (rejection.part() == part) {
            csv.writeRecord(line(rejection));
          }
        }
        row = page.isEmpty() ? row : page.getLast().row();
      } while (page.size() == PAGE && page.getLast().part() == part);
    }
  }

  private List<String> columns() {
    return part == Part.LOANS ? made.files().loanColumns() : made.files().paymentColumns();
  }

  private List<String> line(Rejection rejection) {
    int width = columns().size();
    List<String> line = new ArrayList<>(rejection.record());
    while (line.size() < width) {
      line.add("");
    }
    List<String> fitted = new ArrayList<>(line.subList(0, width));
    fitted.add(Long.toString(rejection.row()));
    fitted.add(
        rejection.problems().stream().map(RejectedRows::words).collect(Collectors.joining(" ")));
    return fitted;
  }

  private static String words(RowProblem problem) {
    @Nullable String column = problem.column();
    return "%s: found \"%s\", expected %s. %s"
        .formatted(
            column == null ? "Row" : column, problem.found(), problem.expected(), problem.fix());
  }
}
