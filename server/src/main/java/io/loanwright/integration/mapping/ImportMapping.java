package io.loanwright.integration.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the files of an import mean.
 *
 * <p>A loan, a borrower or a payment is known by its source and its reference, so a file that is
 * imported again adds nothing. With both loans and payments, a loan that has payments starts with
 * its disbursement and the payments are replayed; any other starts where it stands.
 *
 * @param source what the other system is called, 1 to 100 characters
 * @param loans the file of loans, if there is one
 * @param payments the file of payments, if there is one
 */
public record ImportMapping(
    @Schema(description = "What the other system is called", example = "Core bank 1998")
        String source,
    @Nullable LoanMapping loans,
    @Nullable PaymentMapping payments) {

  private static final int SOURCE_MAX = 100;

  /**
   * Checks that there is something to import.
   *
   * @throws IllegalArgumentException if there is not, or the source has no usable name
   */
  public ImportMapping {
    source = Needed.part(source, "source").strip();
    if (source.isEmpty() || source.length() > SOURCE_MAX || source.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "must have a source of 1 to " + SOURCE_MAX + " characters");
    }
    if (loans == null && payments == null) {
      throw new IllegalArgumentException("must have loans, payments or both");
    }
  }
}
