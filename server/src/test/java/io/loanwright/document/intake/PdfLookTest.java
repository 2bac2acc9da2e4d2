package io.loanwright.document.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.document.DocumentFixtures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
          1 0 obj <</Subtype/Sound/Sound 2 0 R>> endobj                                           | PDF_ACTIVE
          1 0 obj <</Subtype/Movie/T(film)>> endobj                                               | PDF_ACTIVE
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/X( obj)>>",
        "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/X(a\\)b obj (c) <<)>>",
        "<</Type/ObjStm/X<3c3c>/N 1/First 4/Filter/FlateDecode % >> obj\n>>",
        "<</N 1/Fir#73t 4/Filter/FlateDecode>>",
        "<</N 1/First 4/A<</B[1 2]>>/Filter[/FlateDecode]>>%\n",
        "<</Type/ObjStm/N 1/First 4/X(stream obj)/Filter/FlateDecode>>",
        "%\n\0<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>",
      })
  void noDictionaryHidesWhatIsPacked(String dictionary) {
    byte[] file = object(dictionary, "1 0 <</S/JavaScript/JS(x)>>");

    assertThat(PdfLook.fault(file)).contains(Fault.PDF_ACTIVE);
  }

  @Test
  void manyBlanksHideNothing() {
    String dictionary = "<</Type/ObjStm/First 4/Filter/FlateDecode" + " ".repeat(4_200) + ">>";

    assertThat(PdfLook.fault(object(dictionary, "1 0 <</S/JavaScript>>")))
        .contains(Fault.PDF_ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<</Type/ObjStm/First 4/Filter 7 0 R>>",
        "<</Type/ObjStm/First 4/Filter/FlateDecode/DP<</Predictor 12>>>>",
        "<</Type/ObjStm/First 4/Filter/Fl>>",
      })
  void packedObjectsThatSayElsewhereHowAreRefused(String dictionary) {
    assertThat(PdfLook.fault(object(dictionary, "1 0 <</Type/Page>>"))).contains(Fault.PDF_PACKED);
  }

  @Test
  void aFileThatIsAllWordsOfObjectsTakesNoLongTime() {
    String inEachOther = "obj<<".repeat(400_000);
    String packedOnes = "obj<</First 4>>stream ".repeat(PdfLook.PACKED_MAX + 1);

    assertThat(PdfLook.fault(DocumentFixtures.pdf(inEachOther))).contains(Fault.PDF_PACKED);
    assertThat(PdfLook.fault(DocumentFixtures.pdf(packedOnes))).contains(Fault.PDF_PACKED);
    assertThat(PdfLook.fault(DocumentFixtures.pdf("obj stream ".repeat(400_000)))).isEmpty();
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
    return object("<</Type/ObjStm/N 1/First 4/Filter" + filter + ">>", objects);
  }

  private static byte[] object(String dictionary, String objects) {
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
        "1 0\nobj "
            + dictionary
            + " stream\r\n"
            + data.toString(StandardCharsets.ISO_8859_1)
            + "\nendstream endobj");
  }
}
