package io.loanwright.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Penalties of random loans, paid at random, are those that a slow, second opinion finds. */
class PenaltySecondOpinionTest {

  private static final RecalculationTerms STANDS =
      new RecalculationTerms(
          Recalculation.NONE, Rest.DAILY, PayoffInterest.AS_SCHEDULED, OverdueInterest.NOT_CHARGED);

  @Property(tries = 2_000)
  void everyPenaltyIsTheOneThatTheRuleSays(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = new RandomLoans(seed, 24).next();
    LoanTerms terms =
        loan.terms().withRecalculation(STANDS).withLatePenalty(RandomPenalties.next(random));
    LocalDate start = loan.disbursedOn();
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.Disbursed(RandomEvents.id(0), start, 0, loan.principal()));
    List<SlowLoan.Payment> payments = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      LocalDate on = start.plusDays(random.nextInt(900));
      long minor = 1 + random.nextLong(Math.max(1, loan.principal().minor() / 6));
      payments.add(new SlowLoan.Payment(i, on, minor, null));
      events.add(
          new LoanEvent.Repaid(
              RandomEvents.id(i), on, i, new Money(minor, terms.currency()), null));
    }
    LocalDate end = start.plusDays(random.nextInt(1_200));
    LoanPosition position = positionIfTaken(terms, events, end);
    SlowLoan slow = new SlowLoan(terms, start, loan.principal().minor());
    slow.liveUntil(end, payments);

    assertThat(position.latePenalties().stream().map(EngineState::laid))
        .containsExactlyElementsOf(slow.state().penalties());
    assertThat(position.installments().stream().map(row -> row.outstanding().penalties().minor()))
        .containsExactlyElementsOf(
            slow.state().unpaid().stream().map(parts -> parts.get(SlowRow.PENALTY)).toList());
  }

  private static LoanPosition positionIfTaken(
      LoanTerms terms, List<LoanEvent> events, LocalDate on) {
    try {
      return Replay.position(terms, events, on);
    } catch (Refused e) {
      Assume.that(false);
      throw e;
    }
  }
}
