package io.loanwright.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Refused;
import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.replay.LatePenalty;
import io.loanwright.engine.replay.LoanPosition;
import io.loanwright.engine.replay.Replay;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.engine.terms.LoanTerms;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    Map<LocalDate, Long> payments = new HashMap<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      LocalDate on = start.plusDays(random.nextInt(900));
      long minor = 1 + random.nextLong(Math.max(1, loan.principal().minor() / 6));
      payments.merge(on, minor, Math::addExact);
      events.add(
          new LoanEvent.Repaid(
              RandomEvents.id(i), on, i, new Money(minor, terms.currency()), null));
    }
    LocalDate end = start.plusDays(random.nextInt(1_200));
    LoanPosition position = positionIfTaken(terms, events, end);
    SlowPenalties slow =
        new SlowPenalties(
            Objects.requireNonNull(terms.latePenalty()),
            Schedule.of(terms, start, loan.principal()),
            start,
            BigDecimal.valueOf(loan.principal().minor()));

    assertThat(position.latePenalties().stream().map(PenaltySecondOpinionTest::laid))
        .containsExactlyElementsOf(slow.until(end, payments));
    assertThat(
            List.of(
                position.outstandingAsPlanned().penalties().minor(),
                position.outstandingAsPlanned().fees().minor(),
                position.outstandingAsPlanned().interest().minor(),
                position.outstandingAsPlanned().principal().minor()))
        .isEqualTo(slow.owed());
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

  private static SlowPenalties.Laid laid(LatePenalty penalty) {
    return new SlowPenalties.Laid(
        Objects.requireNonNull(penalty.installment()), penalty.on(), penalty.amount().minor());
  }
}
