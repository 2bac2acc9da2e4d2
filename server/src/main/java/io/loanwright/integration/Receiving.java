package io.loanwright.integration;

import io.loanwright.integration.csv.UnreadableCsv;
import io.loanwright.integration.mapping.FieldSource;
import io.loanwright.integration.mapping.FileFormat;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.integration.mapping.LoanMapping;
import io.loanwright.integration.mapping.PaymentMapping;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import io.loanwright.web.FieldError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks files through once, before anything is imported, and checks that the mapping fits them. */
@Component
public class Receiving {

  private static final int NAMES_SHOWN = 40;

  private final ImportProducts products;
  private final Branches branches;

  Receiving(ImportProducts products, Branches branches) {
    this.products = products;
    this.branches = branches;
  }

  /** A file as it was sent. */
  public record SentFile(String name, Path path) {}

  /** What came of looking files through. */
  public sealed interface Look {

    /** They can be imported. */
    record Fit(Received received) implements Look {}

    /** A file is no CSV, or has no rows. */
    record Unreadable(String part, String message) implements Look {}

    /** The mapping does not fit them. */
    record Unfit(List<FieldError> errors) implements Look {}
  }

  /**
   * Looks files through.
   *
   * @param file the file of loans, or of payments where the mapping has no loans
   * @param paymentFile the file of payments where the mapping has both
   */
  public Look look(ImportMapping mapping, SentFile file, @Nullable SentFile paymentFile) {
    LoanMapping loans = mapping.loans();
    PaymentMapping payments = mapping.payments();
    boolean both = loans != null && payments != null;
    if (both != (paymentFile != null)) {
      String message =
          both
              ? "is required, since the mapping has payments beside loans"
              : "must be left out, unless the mapping has both loans and payments";
      return new Look.Unfit(List.of(new FieldError("payments", message)));
    }
    String part = "file";
    try {
      Upload first = survey(file, loans == null ? format(payments) : loans.fileFormat());
      part = "payments";
      Upload second = paymentFile == null ? null : survey(paymentFile, format(payments));
      Upload paymentUpload = loans == null ? first : second;
      List<FieldError> errors = new ArrayList<>();
      if (loans != null) {
        errors.addAll(check("mapping.loans.", loans.fields(), first));
        errors.addAll(checkParties(loans, both));
      }
      if (payments != null) {
        errors.addAll(
            check("mapping.payments.", payments.fields(), Objects.requireNonNull(paymentUpload)));
      }
      return errors.isEmpty()
          ? new Look.Fit(new Received(new ImportFiles(loans == null ? null : first, paymentUpload)))
          : new Look.Unfit(errors);
    } catch (UnreadableCsv unreadable) {
      return new Look.Unreadable(part, String.valueOf(unreadable.getMessage()));
    }
  }

  private static FileFormat format(@Nullable PaymentMapping payments) {
    return payments == null ? FileFormat.USUAL : payments.fileFormat();
  }

  private static Upload survey(SentFile file, FileFormat format) {
    return Upload.survey(file.name(), file.path(), format);
  }

  private List<FieldError> checkParties(LoanMapping loans, boolean replayed) {
    List<FieldError> errors = new ArrayList<>();
    String field = loans.terms().productId() == null ? "product" : "productId";
    products
        .problem(loans.terms(), replayed)
        .ifPresent(problem -> errors.add(new FieldError("mapping.loans.terms." + field, problem)));
    UUID branchId = loans.borrower().branchId();
    if (branchId != null && branches.find(branchId).filter(Branch::active).isEmpty()) {
      errors.add(
          new FieldError("mapping.loans.borrower.branchId", "must be the id of an open branch"));
    }
    return errors;
  }

  private static List<FieldError> check(
      String prefix, Map<String, FieldSource> fields, Upload file) {
    List<FieldError> errors = new ArrayList<>();
    fields.forEach((field, source) ->
        source.columns().stream()
            .filter(column -> !file.columns().has(column))
            .forEach(column ->
                errors.add(
                    new FieldError(
                        prefix + field,
                        "names a column that the file does not have: "
                            + column
                            + ". It has: "
                            + shown(file)))));
    return errors;
  }

  private static String shown(Upload file) {
    List<String> names = file.columns().names();
    String listed = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
    return names.size() > NAMES_SHOWN ? listed + ", and more" : listed;
  }
}
