package io.loanwright.reporting.web;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.organization.Organization;
import io.loanwright.organization.OrganizationProfile;
import io.loanwright.product.ProductVersion;
import io.loanwright.product.Products;
import io.loanwright.reporting.export.Content;
import io.loanwright.reporting.export.Exports;
import io.loanwright.reporting.export.Format;
import io.loanwright.reporting.export.Letterhead;
import io.loanwright.reporting.export.Names;
import io.loanwright.reporting.export.PaperTooLong;
import io.loanwright.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers with a list as a file, and records who took it. */
@Component
class FileAnswers {

  private final Exports exports;
  private final Organization organization;
  private final Branches branches;
  private final Products products;

  FileAnswers(Exports exports, Organization organization, Branches branches, Products products) {
    this.exports = exports;
    this.organization = organization;
    this.branches = branches;
    this.products = products;
  }

  /** Makes what criteria leave. */
  @FunctionalInterface
  interface Listed {
    Content content(LocalDate businessDate, Names names);
  }

  /**
   * Writes a list into an answer.
   *
   * @param criteria what narrowed the list, for the trail
   * @param ending the format as the address names it
   */
  void send(
      Caller caller, Record criteria, String ending, HttpServletResponse response, Listed listed)
      throws IOException {
    if (!caller.may(Permission.REPORT_RUN)) {
      throw ProblemException.forbidden("Your role does not take lists away.");
    }
    if (!exports.enter()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "10");
      throw new ProblemException(
          HttpStatus.TOO_MANY_REQUESTS,
          "exports-busy",
          "Others are exporting just now. Try again in a moment.",
          List.of());
    }
    try {
      OrganizationProfile profile = organization.current();
      Content content = listed.content(profile.businessDate(), names(profile.timeZone()));
      Format format = Format.valueOf(ending.toUpperCase(Locale.ROOT));
      String file = file(content, format, profile.businessDate());
      exports.record(caller, file, criteria);
      response.setContentType(format.contentType());
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.attachment().filename(file).build().toString());
      exports.write(
          content,
          format,
          new Letterhead(
              profile.name(),
              profile.businessDate(),
              caller.name(),
              Locale.forLanguageTag(profile.locale())),
          response.getOutputStream());
    } catch (PaperTooLong e) {
      response.reset();
      throw ProblemException.rule("pdf-too-long", String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      if (!response.isCommitted()) {
        response.reset();
      }
      throw e;
    } finally {
      exports.leave();
    }
  }

  /** Names the file for what it lists and the business date that it shows. */
  private static String file(Content content, Format format, LocalDate businessDate) {
    return "%s-%s.%s"
        .formatted(
            content.title().toLowerCase(Locale.ROOT).replace(' ', '-'),
            businessDate,
            format.ending());
  }

  private Names names(ZoneId zone) {
    return new Names(
        branches.all().stream().collect(Collectors.toMap(Branch::id, Branch::name)),
        products.all().stream().collect(Collectors.toMap(ProductVersion::id, ProductVersion::name)),
        zone);
  }
}
