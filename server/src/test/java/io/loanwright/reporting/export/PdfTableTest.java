package io.loanwright.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Tables on paper: what is on every page, and what is too much. */
class PdfTableTest {

  private static final Letterhead HEAD =
      new Letterhead("Sunrise Credit", LocalDate.of(2026, 3, 11), "Ada", Locale.ENGLISH);

  private static final Sheet EMPTY =
      new Sheet(
          "Trial balance",
          List.of(Column.given("Account", 30), Column.figure("Balance", 20)),
          List.of(),
          Paper.of("On 2026-03-11").explained("Debits less credits.").toSign());

  @Test
  void titlesAreOnEveryPageAndPagesAreCounted() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Table table = new PdfTable(out, EMPTY, HEAD);
    for (int row = 1; row <= 100; row++) {
      table.row(row("Account " + row, "1234567.50"));
    }
    table.row(row("Total", "-1.00"));
    table.end();

    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isBetween(2, 4);
      for (int page = 1; page <= pages; page++) {
        String text = textOf(document, page);
        assertThat(text).contains("Page %d of %d".formatted(page, pages), "Balance");
      }
      assertThat(textOf(document, 1))
          .contains("Sunrise Credit", "On 2026-03-11", "Account 1", "1,234,567.50");
      assertThat(textOf(document, pages))
          .contains("-1.00", "Debits less credits.", "Checked by, date", "Account 100");
    }
  }

  @Test
  void lettersThatTheFontHasNotAndTooLongWordsBreakNothing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Table table = new PdfTable(out, EMPTY, HEAD);
    table.row(row("漢字 \u0007 Žižek Ελλάδα Київ " + "W".repeat(500), "0.00"));
    table.end();

    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      assertThat(textOf(document, 1)).contains("??", "Žižek Ελλάδα Київ", "…");
    }
  }

  @Test
  void somebodyWhoseNameTheFontHasNotCanTakePapers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Letterhead head =
        new Letterhead("सहकारी", LocalDate.of(2026, 3, 11), "सीता Ada", Locale.ENGLISH);
    Table table = new PdfTable(out, EMPTY, head);
    table.row(row("Cash", "1.00"));
    table.end();

    try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
      assertThat(textOf(document, 1)).contains("Ada", "Page 1 of 1");
    }
  }

  @Test
  void whatNobodyReadsOnPaperIsRefused() throws IOException {
    Table table = new PdfTable(new ByteArrayOutputStream(), EMPTY, HEAD);
    for (int row = 0; row < PdfTable.MOST; row++) {
      table.row(List.of(Cell.EMPTY, Cell.EMPTY));
    }

    assertThatThrownBy(() -> table.row(List.of(Cell.EMPTY, Cell.EMPTY)))
        .isInstanceOf(PaperTooLong.class)
        .hasMessageContaining("20,000 rows");
  }

  private static List<Cell> row(String name, String amount) {
    return List.of(new Cell.Text(name), new Cell.Amount(Money.of(amount, Currency.of("EUR"))));
  }

  private static String textOf(PDDocument document, int page) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setStartPage(page);
    text.setEndPage(page);
    return text.getText(document);
  }
}
