package io.loanwright.reporting.export;

import io.loanwright.engine.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Writes a paper: the letterhead, the table with its titles on every page, and the pages counted.
 *
 * <p>Pages wait in memory until the paper is whole, packed, so a table of more than {@value #MOST}
 * rows is refused; nobody reads so much paper.
 */
final class PdfTable implements Table {

  /** The most rows of a paper. */
  static final int MOST = 20_000;

  /** A font with Latin, Greek and Cyrillic letters, which comes with PDFBox. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final char NARROW_NO_BREAK = '\u202f';
  private static final char NO_BREAK = '\u00a0';
  private static final String TOTAL = "Total";

  private final OutputStream out;
  private final Letterhead letterhead;
  private final Content content;
  private final PDDocument document;
  private final PdfPages pages;
  private int rows;

  PdfTable(OutputStream out, Content content, Letterhead letterhead) {
    this.out = out;
    this.letterhead = letterhead;
    this.content = content;
    this.document = new PDDocument();
    try {
      PDType0Font font = PDType0Font.load(document, font(), true);
      pages = new PdfPages(document, font, PdfLayout.of(content.columns()));
      pages.begin();
      pages.heading(letterhead.organization(), content.title(), content.paper().above());
      pages.titles();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (rows == MOST) {
      document.close();
      throw new PaperTooLong();
    }
    rows++;
    List<String> texts = new ArrayList<>(cells.size());
    for (Cell cell : cells) {
      texts.add(text(cell));
    }
    pages.row(texts, cells.stream().anyMatch(cell -> cell.equals(new Cell.Text(TOTAL))));
  }

  @Override
  public void end() throws IOException {
    try (document) {
      pages.closing(content.paper().below(), content.paper().signed());
      pages.number(
          "%s · made on %s by %s"
              .formatted(content.title(), letterhead.businessDate(), letterhead.madeBy()));
      document.save(out);
    }
  }

  private String text(Cell cell) {
    return switch (cell) {
      case Cell.Empty _ -> "";
      case Cell.Text(String text) -> text;
      case Cell.Amount(Money money) -> amount(money, letterhead.locale());
      case Cell.Count(long number) -> Long.toString(number);
      case Cell.Moment(var at) ->
          at.toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
      case Cell.Day(var date) -> date.toString();
    };
  }

  /** An amount in the figures of the font, grouped as people of the locale do. */
  static String amount(Money money, Locale locale) {
    BigDecimal major = money.toMajor();
    Locale inFigures =
        new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", "latn").build();
    NumberFormat format = NumberFormat.getNumberInstance(inFigures);
    format.setMinimumFractionDigits(money.currency().minorDigits());
    format.setMaximumFractionDigits(money.currency().minorDigits());
    return format
        .format(major)
        .replaceAll("\\p{Cf}", "")
        .replace(NARROW_NO_BREAK, NO_BREAK)
        .replace('\u2212', '-');
  }

  private static InputStream font() {
    return Objects.requireNonNull(
        PDDocument.class.getResourceAsStream(FONT), "The font that comes with PDFBox is gone");
  }

  /** Returns the sizes that a page can have, the smallest first. */
  static List<PDRectangle> sizes() {
    return List.of(PDRectangle.A4, across(PDRectangle.A4), across(PDRectangle.A3));
  }

  private static PDRectangle across(PDRectangle upright) {
    float wide = upright.getHeight();
    float high = upright.getWidth();
    return new PDRectangle(wide, high);
  }
}
