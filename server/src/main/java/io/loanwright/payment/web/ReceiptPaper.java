package io.loanwright.payment.web;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.loanwright.loan.Channel;
import io.loanwright.organization.Organization;
import io.loanwright.payment.Receipt;
import io.loanwright.payment.ReceiptFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a receipt on paper: a page to print, or a PDF of the same page. */
@Component
class ReceiptPaper {

  /**
   * A font with Latin, Greek and Cyrillic letters; a PDF's built-in ones have Western Europe's
   * only.
   */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String FONT_FAMILY = "Receipt Sans";
  private static final String TEMPLATE = "payment/receipt";
  private final ITemplateEngine templates;
  private final Organization organization;

  ReceiptPaper(ITemplateEngine templates, Organization organization) {
    this.templates = templates;
    this.organization = organization;
    XRLog.setLoggerImpl(new PdfLog());
  }

  /** Returns the receipt as a page that is also well-formed XML. */
  String html(Receipt receipt) {
    ReceiptFacts facts = receipt.facts();
    Context context = new Context(Locale.ENGLISH);
    context.setVariable("facts", facts);
    context.setVariable("written", written(facts));
    context.setVariable("copy", receipt.isCopy());
    context.setVariable("printing", receipt.printing());
    context.setVariable("reversal", receipt.payment().reversal());
    context.setVariable("channel", words(facts.money().channel()));
    context.setVariable(
        "recordedAt", written(facts).moment(facts.takenAt(), ZoneId.of(facts.timeZone())));
    return printable(templates.process(TEMPLATE, context));
  }

  /** Returns the receipt as a PDF document. */
  byte[] pdf(Receipt receipt) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new PdfRendererBuilder()
          .withHtmlContent(html(receipt), "about:blank")
          .withProducer("Loanwright")
          .useFont(ReceiptPaper::font, FONT_FAMILY)
          .toStream(bytes)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private ReceiptWords written(ReceiptFacts facts) {
    Locale locale = Locale.forLanguageTag(organization.current().locale());
    return new ReceiptWords(locale, facts.money().currency());
  }

  private static InputStream font() {
    return Objects.requireNonNull(
        PDDocument.class.getResourceAsStream(FONT), "The font that comes with PDFBox is gone");
  }

  private static String words(Channel channel) {
    return switch (channel) {
      case CASH -> "Cash";
      case BANK -> "Bank transfer";
      case MOBILE_MONEY -> "Mobile money";
      case CARD -> "Card";
      case WALLET -> "Wallet";
    };
  }

  /** XML has no control characters, whatever people type into names and references. */
  private static String printable(String page) {
    return page.replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}|[\\uFFFE\\uFFFF]", " ");
  }
}
