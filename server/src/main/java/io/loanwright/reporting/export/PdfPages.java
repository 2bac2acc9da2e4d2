package io.loanwright.reporting.export;

import static io.loanwright.reporting.export.PdfLayout.MARGIN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** The pages of a paper while they fill, from the top down. */
final class PdfPages {

  private static final float LINE = 1.3f;
  private static final float PAD = 3;
  private static final float FOOT = 24;
  private static final float LINE_WIDTH = 0.4f;
  private static final float BOLD = 0.25f;
  private static final float SHADE = 0.93f;
  private static final float GRAY = 0.35f;
  private static final int LINES_MOST = 4;

  private final PDDocument document;
  private final PDType0Font font;
  private final PdfLayout layout;
  private final Map<Integer, Boolean> known = new HashMap<>();
  private @Nullable PDPageContentStream stream;
  private float y;

  PdfPages(PDDocument document, PDType0Font font, PdfLayout layout) {
    this.document = document;
    this.font = font;
    this.layout = layout;
  }

  private PDPageContentStream page() {
    if (stream == null) {
      throw new IllegalStateException("No page was begun");
    }
    return stream;
  }

  /** Begins a page. */
  void begin() throws IOException {
    if (stream != null) {
      stream.close();
    }
    PDPage page = new PDPage(layout.page());
    document.addPage(page);
    stream = new PDPageContentStream(document, page);
    y = layout.page().getHeight() - MARGIN;
  }

  /** Writes whose paper it is and what it is. */
  void heading(String organization, String title, List<String> above) throws IOException {
    float small = 9;
    line(organization, small, false);
    line(title, 15, true);
    for (String each : above) {
      line(each, small, false);
    }
    y -= 2 * PAD;
  }

  private void line(String text, float size, boolean bold) throws IOException {
    for (String each : wrapped(text, layout.page().getWidth() - 2 * MARGIN, size)) {
      y -= size * LINE;
      text(each, MARGIN, y, size, bold);
    }
  }

  /** Writes the titles of the columns. */
  void titles() throws IOException {
    float height = height(layout.columns().stream().map(Column::title).toList());
    page().setNonStrokingColor(SHADE);
    page().addRect(MARGIN, y - height, layout.page().getWidth() - 2 * MARGIN, height);
    page().fill();
    page().setNonStrokingColor(0f);
    cells(layout.columns().stream().map(Column::title).toList(), height, true);
  }

  /** Writes a row, on the next page if it does not fit any more. */
  void row(List<String> texts, boolean bold) throws IOException {
    float height = height(texts);
    if (y - height < MARGIN + FOOT) {
      begin();
      titles();
    }
    cells(texts, height, bold);
    rule(MARGIN, layout.page().getWidth() - MARGIN);
  }

  private void rule(float from, float to) throws IOException {
    page().setLineWidth(LINE_WIDTH);
    page().setStrokingColor(1 - (1 - SHADE) * 2);
    page().moveTo(from, y);
    page().lineTo(to, y);
    page().stroke();
    page().setStrokingColor(0f);
  }

  private void cells(List<String> texts, float height, boolean bold) throws IOException {
    float x = MARGIN;
    for (int i = 0; i < texts.size(); i++) {
      float width = layout.widths().get(i);
      boolean right = layout.columns().get(i).figure();
      float line = y - PAD / 2;
      for (String each : wrapped(texts.get(i), width - 2 * PAD, layout.size())) {
        line -= layout.size() * LINE;
        float indent = right ? width - PAD - width(each, layout.size()) : PAD;
        text(each, x + indent, line + PAD / 2, layout.size(), bold);
      }
      x += width;
    }
    y -= height;
  }

  private float height(List<String> texts) throws IOException {
    int lines = 1;
    for (int i = 0; i < texts.size(); i++) {
      float width = layout.widths().get(i) - 2 * PAD;
      lines = Math.max(lines, wrapped(texts.get(i), width, layout.size()).size());
    }
    return lines * layout.size() * LINE + PAD;
  }

  /** Writes how figures come about, and leaves room for those who sign. */
  void closing(List<String> below, boolean signed) throws IOException {
    float small = 8;
    float room = below.size() * 2 * small * LINE + (signed ? 4 * MARGIN : MARGIN);
    if (y - room < MARGIN + FOOT) {
      begin();
    }
    y -= 2 * PAD;
    for (String each : below) {
      line(each, small, false);
    }
    if (signed) {
      float third = (layout.page().getWidth() - 2 * MARGIN) / 3;
      y -= 2 * MARGIN;
      List<String> signers = List.of("Prepared by, date", "Checked by, date", "Approved by, date");
      for (int i = 0; i < signers.size(); i++) {
        rule(MARGIN + i * third, MARGIN + (i + 1) * third - MARGIN / 2);
        text(signers.get(i), MARGIN + i * third, y - small * LINE, small, false);
      }
    }
    page().close();
    stream = null;
  }

  /** Writes below each page which one of how many it is. */
  void number(String what) throws IOException {
    float small = 7.5f;
    int count = document.getNumberOfPages();
    for (int i = 0; i < count; i++) {
      String of = "Page %d of %d".formatted(i + 1, count);
      try (PDPageContentStream foot =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        stream = foot;
        foot.setNonStrokingColor(GRAY);
        text(writable(what), MARGIN, MARGIN - small, small, false);
        float end = layout.page().getWidth() - MARGIN - width(of, small);
        text(of, end, MARGIN - small, small, false);
      }
      stream = null;
    }
  }

  private void text(String text, float x, float at, float size, boolean bold) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    page().beginText();
    page().setFont(font, size);
    page().setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page().setLineWidth(BOLD);
    page().newLineAtOffset(x, at);
    page().showText(text);
    page().endText();
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(text) * size / 1000;
  }

  /**
   * Breaks text between words, or within one that is too long; what is still too much ends in dots.
   */
  private List<String> wrapped(String text, float width, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : writable(text).split(" ", -1)) {
      String rest = word;
      while (!rest.isEmpty()) {
        String joined = line.isEmpty() ? rest : line + " " + rest;
        if (width(joined, size) <= width) {
          line.setLength(0);
          line.append(joined);
          rest = "";
        } else if (!line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          int fits = fitting(rest, width, size);
          lines.add(rest.substring(0, fits));
          rest = rest.substring(fits);
        }
      }
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    if (lines.size() > LINES_MOST) {
      lines.subList(LINES_MOST, lines.size()).clear();
      lines.set(LINES_MOST - 1, lines.getLast() + "…");
    }
    return lines;
  }

  private int fitting(String word, float width, float size) throws IOException {
    int fits = 1;
    while (fits < word.length() && width(word.substring(0, fits + 1), size) <= width) {
      fits++;
    }
    return fits;
  }

  /** The text with a mark for each letter that the font has not. */
  private String writable(String text) {
    StringBuilder written = new StringBuilder(text.length());
    text.codePoints()
        .forEach(letter -> {
          if (Character.isWhitespace(letter) || Character.isISOControl(letter)) {
            written.append(' ');
          } else if (known.computeIfAbsent(letter, this::has)) {
            written.appendCodePoint(letter);
          } else {
            written.append('?');
          }
        });
    return written.toString();
  }

  private boolean has(int letter) {
    try {
      font.encode(Character.toString(letter));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
