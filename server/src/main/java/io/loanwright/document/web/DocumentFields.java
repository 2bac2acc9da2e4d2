package io.loanwright.document.web;

import io.loanwright.document.Document;
import io.loanwright.document.Document.Particulars;
import io.loanwright.document.DocumentKind;
import io.loanwright.web.PlainText;
import io.loanwright.web.ProblemException;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a paper.
 *
 * @param number of the paper
 * @param expiresOn the last day on which it holds; left out if it holds for good
 */
@Schema(name = "DocumentParticulars")
record DocumentFields(
    @NotNull DocumentKind kind,
    @Nullable @PlainText @Size(max = Document.NUMBER_MAX) String number,
    @Nullable LocalDate expiresOn) {

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

  /** What a client sends to file a paper, as the document of the API says it. */
  @Schema(name = "NewDocument")
  record Form(
      @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
          String file,
      @Schema(description = "OTHER if it is left out") @Nullable DocumentKind kind,
      @Schema(description = "Of the paper") @Nullable @Size(max = Document.NUMBER_MAX)
          String number,
      @Schema(description = "The last day on which it holds") @Nullable LocalDate expiresOn,
      @Schema(description = "An older document of the borrower whose place it shall take")
          @Nullable UUID replaces) {}

  Particulars particulars() {
    if (expiresOn != null && (expiresOn.isBefore(FIRST_DAY) || expiresOn.isAfter(LAST_DAY))) {
      throw ProblemException.invalid("expiresOn", "must be a day of the years 1900 to 2999");
    }
    return new Particulars(kind, Texts.strippedOrNull(number), expiresOn);
  }
}
