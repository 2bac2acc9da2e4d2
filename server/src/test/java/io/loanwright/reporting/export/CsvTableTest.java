package io.loanwright.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comma-separated values that other programs read and spreadsheets do not work out. */
class CsvTableTest {

  @Test
  void aRowIsWrittenAsRfc4180Says() throws IOException {
    assertThat(
            written(
                new Cell.Text("Ann \"Nan\" O'Neil, jr."),
                new Cell.Text("two\nlines"),
                new Cell.Amount(new Money(120_50, Currency.of("KES"))),
                new Cell.Day(LocalDate.of(2026, 3, 2)),
                Cell.EMPTY))
        .isEqualTo("\"Ann \"\"Nan\"\" O'Neil, jr.\",\"two\nlines\",120.50,2026-03-02,\r\n");
  }

  @Test
  void everyScriptArrivesAsItIs() throws IOException {
    assertThat(written(new Cell.Text("محمد"), new Cell.Text("李雷"), new Cell.Text("Zoë 🙂")))
        .isEqualTo("محمد,李雷,Zoë 🙂\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+254 700 000000",
        "-2",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=HYPERLINK(\"http://x\")",
        "＝1+1",
      })
  void whatBeginsLikeAFormulaIsText(String text) {
    assertThat(CsvTable.field(new Cell.Text(text))).isEqualTo("'" + text);
  }

  @Test
  void otherTextIsLeftAlone() {
    assertThat(CsvTable.field(new Cell.Text("a=b"))).isEqualTo("a=b");
    assertThat(CsvTable.field(new Cell.Text(""))).isEmpty();
  }

  @Test
  void amountsHaveTheDecimalsOfTheirCurrency() {
    assertThat(CsvTable.field(new Cell.Amount(new Money(5_000, Currency.of("JPY")))))
        .isEqualTo("5000");
    assertThat(CsvTable.field(new Cell.Amount(new Money(5_000, Currency.of("KWD")))))
        .isEqualTo("5.000");
  }

  private static String written(Cell... cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Table table = new CsvTable(out, List.of(Column.text("Title", 10, "x")));
    table.row(List.of(cells));
    table.end();
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("Title\r\n");
    return text.substring("Title\r\n".length());
  }
}
