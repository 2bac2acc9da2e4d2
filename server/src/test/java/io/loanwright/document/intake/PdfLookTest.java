package io.loanwright.document.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.document.DocumentFixtures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which PDFs are taken. */
class PdfLookTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 0 obj << /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj | PDF_ACTIVE
          1 0 obj <</S/J#61vaScript/JS(app.alert)>> endobj                                        | PDF_ACTIVE
          1 0 obj <</Type/EmbeddedFile/Length 3>> stream                                          | PDF_ACTIVE
          1 0 obj <</S/Launch/F(cmd.exe)>> endobj                                                 | PDF_ACTIVE
          1 0 obj <</AcroForm<</XFA 2 0 R>>>> endobj                                              | PDF_ACTIVE
          trailer <</Encrypt 7 0 R /Root 1 0 R>>                                                  | PDF_LOCKED
          """)
  void whatDoesMoreThanShowAPageIsRefused(String body, Fault fault) {
    assertThat(PdfLook.fault(DocumentFixtures.pdf(body))).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 0 obj << /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >> endobj
          (JavaScript is a word) /JavaScripture /Launchpad
          <</A<</S/URI/URI(https://example.org)>>>>
          """)
  void aPlainPaperIsTaken(String body) {
    assertThat(PdfLook.fault(DocumentFixtures.pdf(body))).isEmpty();
  }

  @Test
  void whatIsPackedIsLookedInto() {
    assertThat(PdfLook.fault(packed("/FlateDecode", "1 0 <</S/JavaScript/JS(x)>>")))
        .contains(Fault.PDF_ACTIVE);
    assertThat(PdfLook.fault(packed("/FlateDecode", "x".repeat(65_530) + "/JavaScript ")))
        .as("over the edge of what is unpacked at once")
        .contains(Fault.PDF_ACTIVE);
    assertThat(PdfLook.fault(packed("/FlateDecode", "1 0 <</Type/Page>>"))).isEmpty();
  }

  @Test
  void whatIsPackedTooOftenOrTooMuchIsRefused() {
    String bomb = " ".repeat(PdfLook.UNPACKED_MAX + 1);

    assertThat(PdfLook.fault(packed("/FlateDecode", bomb))).contains(Fault.PDF_PACKED);
    assertThat(PdfLook.fault(packed("[/ASCIIHexDecode/FlateDecode]", "1 0 <<>>")))
        .contains(Fault.PDF_PACKED);
    assertThat(
            PdfLook.fault(
                DocumentFixtures.pdf(
                    "1 0 obj <</Type/ObjStm/Filter/FlateDecode>> stream\nno data")))
        .contains(Fault.PDF_PACKED);
  }

  private static byte[] packed(String filter, String objects) {
    Deflater deflater = new Deflater();
    deflater.setInput(objects.getBytes(StandardCharsets.ISO_8859_1));
    deflater.finish();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] part = new byte[64 * 1024];
    while (!deflater.finished()) {
      data.write(part, 0, deflater.deflate(part));
    }
    deflater.end();
    return DocumentFixtures.pdf(
        "1 0 obj <</Type/ObjStm/N 1/First 4/Filter"
            + filter
            + ">> stream\r\n"
            + data.toString(StandardCharsets.ISO_8859_1)
            + "\nendstream endobj");
  }
}
