package io.loanwright.borrower;

import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows borrowers by, on the list and in its export; what is absent does not. */
public record BorrowerCriteria(
    @Parameter(
            description =
                "Something like the name, phone, e-mail address or number; where the borrower's"
                    + " personal data is masked, the name, the number or the last four digits"
                    + " of the phone or more")
        @Nullable
        @Size(max = 200)
        @PlainText
        String search,
    Borrower.@Nullable Status status,
    @Nullable UUID branchId,
    @Parameter(description = "Whom of the staff they belong to") @Nullable UUID officerId) {

  /** Returns the filter that is meant. */
  public BorrowerFilter filter() {
    return new BorrowerFilter(Texts.strippedOrNull(search), status, branchId, officerId);
  }
}
