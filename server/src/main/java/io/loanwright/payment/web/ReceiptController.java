package io.loanwright.payment.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.payment.Payments;
import io.loanwright.payment.Receipt;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Receipts, printed as a page or a PDF. */
@RestController
@Tag(name = "payment")
class ReceiptController {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private final Payments payments;
  private final ReceiptPaper paper;
  private final HeaderContentNegotiationStrategy accepted = new HeaderContentNegotiationStrategy();

  ReceiptController(Payments payments, ReceiptPaper paper) {
    this.payments = payments;
    this.paper = paper;
  }

  @GetMapping(
      path = "/api/payments/{id}/receipt",
      produces = {MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
  @Permitted(Permission.RECEIPT_PRINT)
  @Operation(
      operationId = "printReceipt",
      summary =
          "The receipt of a payment; each printing after the first is marked as a copy. The same"
              + " person within a minute prints it once")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML_VALUE, schema = @Schema(type = "string")),
        @Content(
            mediaType = MediaType.APPLICATION_PDF_VALUE,
            schema = @Schema(type = "string", format = "binary"))
      })
  ResponseEntity<byte[]> print(
      Caller caller, @PathVariable UUID id, @Parameter(hidden = true) HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    boolean pdf = wantsPdf(request);
    Receipt receipt =
        payments.print(caller, id).orElseThrow(() -> ProblemException.notFound("A payment"));
    ContentDisposition file =
        ContentDisposition.inline()
            .filename(receipt.facts().number() + (pdf ? ".pdf" : ".html"))
            .build();
    return ResponseEntity.ok()
        .contentType(pdf ? MediaType.APPLICATION_PDF : HTML)
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .cacheControl(CacheControl.noStore())
        .body(pdf ? paper.pdf(receipt) : paper.html(receipt).getBytes(StandardCharsets.UTF_8));
  }

  /** The first of the two that the client accepts; a page where it does not say. */
  private boolean wantsPdf(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
    for (MediaType type : accepted.resolveMediaTypes(new ServletWebRequest(request))) {
      if (type.includes(MediaType.TEXT_HTML)) {
        return false;
      }
      if (type.includes(MediaType.APPLICATION_PDF)) {
        return true;
      }
    }
    return false;
  }
}
