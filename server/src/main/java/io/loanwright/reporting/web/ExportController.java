package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import io.loanwright.reporting.export.BorrowerListing;
import io.loanwright.reporting.export.Exports;
import io.loanwright.reporting.export.Format;
import io.loanwright.reporting.export.Listing;
import io.loanwright.reporting.export.LoanListing;
import io.loanwright.reporting.export.Names;
import io.loanwright.reporting.export.PaymentListing;
import io.loanwright.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lists as files. */
@RestController
@Tag(name = "reporting")
class ExportController {

  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Exports exports;
  private final Organization organization;
  private final Branches branches;
  private final Products products;

  ExportController(
      Exports exports, Organization organization, Branches branches, Products products) {
    this.exports = exports;
    this.organization = organization;
    this.branches = branches;
    this.products = products;
  }

  @GetMapping("/api/exports/borrowers.{format:csv|xlsx}")
  @Permitted(Permission.REPORT_RUN)
  @Operation(operationId = "exportBorrowers", summary = "The list of borrowers as a file")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
      })
  void borrowers(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid ExportFilters.OfBorrowers filters,
      HttpServletResponse response)
      throws IOException {
    Listing listing = BorrowerListing.of(caller, filters.filter(), names());
    send(new Order(caller, listing, filters, format(format)), response);
  }

  @GetMapping("/api/exports/loans.{format:csv|xlsx}")
  @Permitted(Permission.REPORT_RUN)
  @Operation(operationId = "exportLoans", summary = "The list of loans as a file")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
      })
  void loans(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid ExportFilters.OfLoans filters,
      HttpServletResponse response)
      throws IOException {
    Listing listing =
        LoanListing.of(caller, filters.filter(), organization.businessDate(), names());
    send(new Order(caller, listing, filters, format(format)), response);
  }

  @GetMapping("/api/exports/payments.{format:csv|xlsx}")
  @Permitted(Permission.REPORT_RUN)
  @Operation(operationId = "exportPayments", summary = "The list of payments as a file")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = CSV, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))
      })
  void payments(
      Caller caller,
      @PathVariable String format,
      @ParameterObject @Valid ExportFilters.OfPayments filters,
      HttpServletResponse response)
      throws IOException {
    Listing listing = PaymentListing.of(caller, filters.filter(), names());
    send(new Order(caller, listing, filters, format(format)), response);
  }

  private record Order(Caller caller, Listing listing, Object filters, Format format) {

    /** Names the file for what it lists and the business date that it shows. */
    String file(LocalDate businessDate) {
      return "%s-%s.%s"
          .formatted(listing.title().toLowerCase(Locale.ROOT), businessDate, format.ending());
    }
  }

  private void send(Order order, HttpServletResponse response) throws IOException {
    if (!exports.enter()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      throw new ProblemException(
          HttpStatus.TOO_MANY_REQUESTS,
          "exports-busy",
          "Others are exporting just now. Try again in a moment.",
          List.of());
    }
    try {
      String file = order.file(organization.businessDate());
      exports.record(order.caller(), file, order.filters());
      response.setContentType(order.format().contentType());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(file).build().toString());
      exports.write(order.listing(), order.format(), response.getOutputStream());
    } catch (IOException | RuntimeException e) {
      if (!response.isCommitted()) {
        response.reset();
      }
      throw e;
    } finally {
      exports.leave();
    }
  }

  private static Format format(String ending) {
    return Format.valueOf(ending.toUpperCase(Locale.ROOT));
  }

  private Names names() {
    return new Names(
        branches.all().stream().collect(Collectors.toMap(Branch::id, Branch::name)),
        products.all().stream()
            .collect(Collectors.toMap(ProductVersion::id, ProductVersion::name)));
  }
}
