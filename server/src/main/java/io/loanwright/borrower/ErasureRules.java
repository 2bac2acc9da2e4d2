package io.loanwright.borrower;

import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.borrower.spi.RowsOfFiles;
import io.loanwright.borrower.store.BorrowerStore;
import io.loanwright.organization.Organization;
import io.loanwright.web.SettingUnusable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When a borrower may be erased: nothing is open, and the books need his name no more. */
@Component
class ErasureRules {

  private static final int YEARS_MAX = 100;

  private final List<PersonalDataHolder> holders;
  private final BorrowerStore store;
  private final Organization organization;
  private final int retentionYears;

  ErasureRules(
      List<PersonalDataHolder> holders,
      BorrowerStore store,
      Organization organization,
      @Value("${loanwright.retention-years}") int retentionYears) {
    if (retentionYears < 0 || retentionYears > YEARS_MAX) {
      throw new SettingUnusable(
          "LOANWRIGHT_RETENTION_YEARS must be a number from 0 to %d, not %d."
              .formatted(YEARS_MAX, retentionYears),
          null);
    }
    this.holders = List.copyOf(holders);
    this.store = store;
    this.organization = organization;
    this.retentionYears = retentionYears;
  }

  /** Returns the modules that keep something about borrowers. */
  List<PersonalDataHolder> holders() {
    return holders;
  }

  /** Returns rows of files that may be about a borrower. */
  RowsOfFiles rowsOfFiles(UUID borrowerId) {
    return holders.stream()
        .map(holder -> holder.rowsOfFiles(borrowerId))
        .reduce(RowsOfFiles.NONE, RowsOfFiles::plus);
  }

  /** Returns what speaks against erasing a borrower today. */
  Optional<ErasureOutcome> objection(Borrower borrower) {
    Optional<Instant> erased = store.erasedAt(borrower.id());
    if (erased.isPresent()) {
      return Optional.of(new ErasureOutcome.ErasedAlready(erased.get()));
    }
    for (PersonalDataHolder holder : holders) {
      Optional<PersonalDataHolder.Hold> hold = holder.hold(borrower.id());
      if (hold.isPresent()) {
        return hold.map(ErasureRules::outcome);
      }
    }
    return holders.stream()
        .flatMap(holder -> holder.lastDay(borrower.id()).stream())
        .max(LocalDate::compareTo)
        .map(last -> last.plusYears(retentionYears))
        .filter(until -> until.isAfter(organization.businessDate()))
        .map(ErasureOutcome.RetentionRuns::new);
  }

  private static ErasureOutcome outcome(PersonalDataHolder.Hold hold) {
    return switch (hold) {
      case LOAN_OPEN -> new ErasureOutcome.LoanOpen();
      case WALLET_NOT_EMPTY -> new ErasureOutcome.WalletNotEmpty();
    };
  }
}
