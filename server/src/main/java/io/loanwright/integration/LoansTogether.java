package io.loanwright.integration;

import io.loanwright.borrower.BorrowerIntake;
import io.loanwright.borrower.BorrowerIntake.Misplaced;
import io.loanwright.borrower.BorrowerIntake.Newcomer;
import io.loanwright.borrower.BorrowerIntake.Place;
import io.loanwright.borrower.BorrowerIntake.Placing;
import io.loanwright.borrower.BorrowerOutcome;
import io.loanwright.integration.LoanImporter.Work;
import io.loanwright.integration.mapping.LoanFate;
import io.loanwright.integration.row.ImportedLoan;
import io.loanwright.integration.row.Reading;
import io.loanwright.integration.row.RowProblem;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Parties;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.Takeovers;
import io.loanwright.loan.Takeovers.Planned;
import io.loanwright.web.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts loans in, with their borrowers, as {@link LoanImporter} does, but all rows of a batch in few
 * statements.
 *
 * <p>Loans are worked out for the borrowers that rows will make; then the rows are gone through in
 * their order, and of rows with one borrower the first that is not refused makes it.
 */
@Component
class LoansTogether {

  private final LoanImporter importer;
  private final BorrowerIntake intake;
  private final Takeovers takeovers;

  LoansTogether(LoanImporter importer, BorrowerIntake intake, Takeovers takeovers) {
    this.importer = importer;
    this.intake = intake;
    this.takeovers = takeovers;
  }

  /**
   * A row that is neither doubled nor there already.
   *
   * @param known the borrower, if it was there before
   */
  private record Candidate(
      Reading.Good<ImportedLoan> good, @Nullable UUID known, Commands.TakeOver command) {

    UUID borrowerId() {
      return command.open().apply().borrowerId();
    }

    @Nullable String email() {
      String email = good.value().borrower().email();
      return email == null ? null : email.toLowerCase(Locale.ROOT);
    }
  }

  /** What is going to be written. */
  private record Made(List<Newcomer> borrowers, List<Planned> loans, Set<String> emails) {}

  /**
   * Puts rows in, in the caller's transaction.
   *
   * @throws io.loanwright.loan.NotTogether if they have to be put in one by one
   */
  Batch take(ImportContext context, UUID productId, List<Reading<ImportedLoan>> readings) {
    Work work = importer.prepare(context, productId, readings);
    List<Reading.Good<ImportedLoan>> fresh = new ArrayList<>();
    for (Reading<ImportedLoan> reading : readings) {
      switch (reading) {
        case Reading.Left<ImportedLoan> _ -> work.batch().skipped();
        case Reading.Bad<ImportedLoan> bad -> {
          work.batch().sums().addFile(context.currency(), bad.figures());
          work.batch().reject(bad);
        }
        case Reading.Good<ImportedLoan> good -> {
          work.batch().sums().addFile(context.currency(), LoanImporter.compared(context, good));
          if (isFresh(work, good)) {
            fresh.add(good);
          }
        }
      }
    }
    if (!fresh.isEmpty()) {
      put(work, fresh);
    }
    return importer.finished(work);
  }

  private static boolean isFresh(Work work, Reading.Good<ImportedLoan> good) {
    String reference = good.value().reference();
    Optional<RowProblem> doubled =
        work.context().doubled(work.mapping().reference(), reference, good.row().number());
    if (doubled.isPresent()) {
      work.batch().reject(Reading.Bad.of(good, doubled.get()));
      return false;
    }
    if (work.loans().containsKey(reference)) {
      work.batch().present();
      return false;
    }
    return true;
  }

  private void put(Work work, List<Reading.Good<ImportedLoan>> fresh) {
    Placing placing =
        intake.place(
            work.context().caller(),
            fresh.getFirst().value().borrower(),
            work.mapping().borrower().branchId());
    List<Candidate> candidates = candidates(work, fresh, placing);
    List<Outcome<Planned>> planned =
        takeovers.plan(
            work.context().caller(),
            work.productId(),
            candidates.stream().map(Candidate::command).toList());
    List<String> emails =
        candidates.stream()
            .filter(candidate -> candidate.known() == null)
            .map(Candidate::email)
            .filter(Objects::nonNull)
            .toList();
    Made made =
        new Made(new ArrayList<>(), new ArrayList<>(), new HashSet<>(intake.takenEmails(emails)));
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      try {
        take(work, placing, made, candidate, planned.get(i));
      } catch (RowRefused refused) {
        work.batch().reject(Reading.Bad.of(candidate.good(), refused.problem()));
      }
    }
    intake.register(work.context().caller(), made.borrowers());
    takeovers.write(work.context().caller(), made.loans());
  }

  private static List<Candidate> candidates(
      Work work, List<Reading.Good<ImportedLoan>> fresh, Placing placing) {
    Map<String, UUID> forthcoming = new HashMap<>();
    List<Candidate> candidates = new ArrayList<>();
    for (Reading.Good<ImportedLoan> good : fresh) {
      ImportedLoan row = good.value();
      UUID known = LoanImporter.knownBorrower(work, row);
      String reference = row.borrowerReference();
      UUID id = known;
      if (id == null) {
        id =
            reference == null
                ? Ids.next()
                : forthcoming.computeIfAbsent(reference, _ -> Ids.next());
      }
      Parties newcomer =
          known == null && placing instanceof Place(UUID branchId, UUID officerId)
              ? new Parties(id, branchId, officerId)
              : null;
      candidates.add(new Candidate(good, known, command(work, id, newcomer, row)));
    }
    return candidates;
  }

  private static Commands.TakeOver command(
      Work work, UUID borrowerId, @Nullable Parties newcomer, ImportedLoan row) {
    return new Commands.TakeOver(
        LoanImporter.opening(LoanImporter.apply(work, borrowerId, row.terms()), row),
        newcomer,
        work.context().isReplayed(row.reference()),
        row.position().fate() == LoanFate.DEFAULTED ? LoanImporter.DEFAULTED_BEFORE : null);
  }

  private static void take(
      Work work, Placing placing, Made made, Candidate candidate, Outcome<Planned> outcome) {
    ImportedLoan row = candidate.good().value();
    boolean isNew = candidate.known() == null && LoanImporter.knownBorrower(work, row) == null;
    String email = isNew ? candidate.email() : null;
    if (isNew && placing instanceof Misplaced(BorrowerOutcome why)) {
      Refusals.made(why);
    }
    if (email != null && made.emails().contains(email)) {
      Refusals.made(new BorrowerOutcome.EmailTaken(Objects.requireNonNull(row.borrower().email())));
    }
    Planned planned =
        switch (outcome) {
          case Outcome.Done<Planned>(Planned value) -> value;
          case Outcome.Refused<Planned>(Refusal why) -> throw new RowRefused(Refusals.problem(why));
        };
    work.batch().imported();
    work.newLoans().put(row.reference(), planned.loan().id());
    made.loans().add(planned);
    if (isNew && placing instanceof Place place) {
      made.borrowers().add(new Newcomer(candidate.borrowerId(), row.borrower(), place));
      work.batch().borrower();
      if (email != null) {
        made.emails().add(email);
      }
      String reference = row.borrowerReference();
      if (reference != null) {
        work.borrowers().put(reference, candidate.borrowerId());
        work.newBorrowers().put(reference, candidate.borrowerId());
      }
    }
  }
}
