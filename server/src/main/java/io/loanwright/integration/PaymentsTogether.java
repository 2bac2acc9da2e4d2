package io.loanwright.integration;

import io.loanwright.integration.PaymentImporter.Work;
import io.loanwright.integration.row.ImportedPayment;
import io.loanwright.integration.row.Reading;
import io.loanwright.integration.row.RowProblem;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Outcome;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.Repaid;
import io.loanwright.payment.PaymentTakeovers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Puts payments in as {@link PaymentImporter} does, but all rows of a batch in few statements; the
 * payments of one loan are worked out in the order of their rows.
 */
@Component
class PaymentsTogether {

  private final PaymentImporter importer;
  private final PaymentTakeovers payments;

  PaymentsTogether(PaymentImporter importer, PaymentTakeovers payments) {
    this.importer = importer;
    this.payments = payments;
  }

  /** A row that is neither doubled nor there already, with what it asks for. */
  private record Candidate(Reading.Good<ImportedPayment> good, Commands.RepayLoan command) {}

  /**
   * Puts rows in, in the caller's transaction.
   *
   * @throws io.loanwright.loan.NotTogether if they have to be put in one by one
   */
  Batch take(ImportContext context, List<Reading<ImportedPayment>> readings) {
    Work work = importer.prepare(context, readings);
    List<Candidate> candidates = new ArrayList<>();
    for (Reading<ImportedPayment> reading : readings) {
      switch (reading) {
        case Reading.Left<ImportedPayment> _ -> work.batch().skipped();
        case Reading.Bad<ImportedPayment> bad -> {
          work.batch().sums().addFile(context.currency(), bad.figures());
          work.batch().reject(bad);
        }
        case Reading.Good<ImportedPayment> good -> {
          work.batch().sums().addFile(PaymentImporter.currency(work, good.value()), good.figures());
          candidate(work, good).ifPresent(candidates::add);
        }
      }
    }
    if (!candidates.isEmpty()) {
      put(work, candidates);
    }
    return importer.finished(work);
  }

  private static Optional<Candidate> candidate(Work work, Reading.Good<ImportedPayment> good) {
    ImportedPayment row = good.value();
    Optional<RowProblem> doubled =
        work.context().doubled(work.mapping().reference(), row.reference(), good.row().number());
    if (doubled.isPresent()) {
      work.batch().reject(Reading.Bad.of(good, doubled.get()));
      return Optional.empty();
    }
    if (work.payments().containsKey(row.reference())) {
      work.batch().present();
      return Optional.empty();
    }
    try {
      return Optional.of(new Candidate(good, PaymentImporter.wanted(work, row)));
    } catch (RowRefused refused) {
      work.batch().reject(Reading.Bad.of(good, refused.problem()));
      return Optional.empty();
    }
  }

  private void put(Work work, List<Candidate> candidates) {
    List<Outcome<Repaid>> outcomes =
        payments.takeOver(
            work.context().caller(), candidates.stream().map(Candidate::command).toList());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      switch (outcomes.get(i)) {
        case Outcome.Done<Repaid>(Repaid repaid) -> {
          work.batch().imported();
          work.newPayments().put(candidate.good().value().reference(), repaid.eventId());
        }
        case Outcome.Refused<Repaid>(Refusal why) ->
            work.batch().reject(Reading.Bad.of(candidate.good(), Refusals.problem(why)));
      }
    }
  }
}
