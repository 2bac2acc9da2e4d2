package io.loanwright.reporting.export;

import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Where the columns of a paper stand: on the smallest sheet on which their letters can be read.
 *
 * @param page the sheet
 * @param size of the letters, in points
 * @param columns the columns, in order
 * @param widths how wide each is, in points
 */
record PdfLayout(PDRectangle page, float size, List<Column> columns, List<Float> widths) {

  static final float MARGIN = 36;
  private static final float LARGEST = 9;
  private static final float READABLE = 6.5f;

  /** How wide a letter is on average, as a part of its size. */
  private static final float LETTER = 0.56f;

  PdfLayout {
    columns = List.copyOf(columns);
    widths = List.copyOf(widths);
  }

  /** Lays columns out. */
  static PdfLayout of(List<Column> columns) {
    int letters = columns.stream().mapToInt(Column::width).sum();
    PDRectangle page = PdfTable.sizes().getLast();
    for (PDRectangle each : PdfTable.sizes()) {
      if (size(each, letters) >= READABLE) {
        page = each;
        break;
      }
    }
    float usable = page.getWidth() - 2 * MARGIN;
    return new PdfLayout(
        page,
        Math.min(LARGEST, size(page, letters)),
        columns,
        columns.stream().map(column -> usable * column.width() / letters).toList());
  }

  private static float size(PDRectangle page, int letters) {
    return (page.getWidth() - 2 * MARGIN) / (letters * LETTER);
  }
}
