package io.loanwright.ledger;

import io.loanwright.web.PlainText;
import io.loanwright.web.Texts;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client narrows the journal by, on the list and in its export; what is absent does not. */
public record JournalCriteria(
    @Parameter(description = "The first day, by value date unless basis says otherwise")
        @Nullable LocalDate from,
    @Parameter(description = "The last day") @Nullable LocalDate to,
    @Parameter(description = "The code of an account that a line is on")
        @Nullable
        @Size(max = 20)
        @PlainText
        String account,
    @Parameter(description = "A loan that a line is about") @Nullable UUID loanId,
    @Nullable UUID branchId,
    @Parameter(description = "Whether days are those of value, as without it, or of booking")
        @Nullable Basis basis,
    @Parameter(description = "Only entries that move money at hand: cash, banks, tills")
        @Nullable Boolean movesMoney) {

  /** Returns the filter that is meant. */
  public JournalFilter filter() {
    return new JournalFilter(
        from,
        to,
        Texts.strippedOrNull(account),
        loanId,
        branchId,
        Basis.of(basis),
        Boolean.TRUE.equals(movesMoney));
  }
}
