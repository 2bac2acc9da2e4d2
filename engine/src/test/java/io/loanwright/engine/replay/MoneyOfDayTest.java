package io.loanwright.engine.replay;

import static io.loanwright.engine.Loans.day;
import static io.loanwright.engine.Loans.disbursed;
import static io.loanwright.engine.Loans.euros;
import static io.loanwright.engine.Loans.id;
import static io.loanwright.engine.Loans.monthly;
import static io.loanwright.engine.Loans.repaid;
import static io.loanwright.engine.replay.DecliningLoans.loan;
import static io.loanwright.engine.replay.DecliningLoans.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.event.LoanEvent;
import io.loanwright.engine.explain.Explain;
import io.loanwright.engine.explain.LoanFigure;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.oracle.RandomLoans.Loan;
import io.loanwright.engine.terms.LoanTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * What is paid on a day adds up where more money goes out on it.
 *
 * <p>By hand: 1,200.00 at 12 % a year, months of 30 days and years of 360, paid out on 1 January
 * 2024. On 11 January 12.00 x 10 / 31 = 3.87 of interest have arisen.
 */
class MoneyOfDayTest {

  private static final LoanTerms TERMS = monthly("12", 6);
  private static final LoanEvent OUT = disbursed(1, "2024-01-01", "1200.00");

  /**
   * 20.00 had paid all 12.00 of the installment's interest, of which 3.87 have arisen; 600.00 more
   * add 600.00 to 1,200.00 + 3.87 - 20.00, after that payment as before it.
   */
  @Test
  void moreMoneyOnTheDayOfAPaymentAddsNoMoreThanItself() {
    LoanEvent paid = repaid(8, "2024-01-11", "20.00");
    LoanEvent earlier = disbursed(2, "2024-01-11", "600.00");
    LoanEvent later = disbursed(9, "2024-01-11", "600.00");

    for (List<LoanEvent> events : List.of(List.of(OUT, paid, later), List.of(OUT, earlier, paid))) {
      LoanPosition position = Replay.position(TERMS, events, day("2024-01-11"));
      assertThat(position.payoff().total()).isEqualTo(euros("1783.87"));
      assertThat(
              Explain.of(TERMS, events, day("2024-01-11"))
                  .loan(LoanFigure.PAYOFF)
                  .orElseThrow()
                  .isDerived())
          .isTrue();

      List<LoanEvent> paidOff = new ArrayList<>(events);
      paidOff.add(repaid(11, "2024-01-11", "1783.87"));
      LoanPosition closed = Replay.position(TERMS, paidOff, day("2024-01-11"));
      assertThat(closed.phase()).isEqualTo(LoanPhase.CLOSED);
      assertThat(closed.excess().isZero()).isTrue();
    }
  }

  /** Whatever was agreed and paid: what pays the loan off on that day grows by the money. */
  @Property
  void whoIsLentMoreAfterAPaymentOfTheDayOwesJustThatMore(@ForAll long seed) {
    Random random = new Random(seed);
    Loan loan = loan(seed);
    LocalDate day = loan.disbursedOn().plusDays(1 + random.nextInt(400));
    Money more = new Money(1 + random.nextInt(1_000_000), loan.terms().currency());
    LoanEvent topUp = new LoanEvent.Disbursed(id(3), day, 3, more);
    Assume.that(Replay.addsUpWithMoneyOfItsDay(loan.terms(), topUp));
    LoanPosition first = position(loan, day);
    long owed = first.payoff().total().minor();
    Assume.that(owed > 1 && hasRoom(first, position(loan, day, topUp)));
    Money some = new Money(1 + random.nextLong(owed - 1), loan.terms().currency());
    LoanEvent paid = new LoanEvent.Repaid(id(2), day, 2, some, null);

    LoanPosition before = position(loan, day, paid);
    LoanPosition after = position(loan, day, paid, topUp);

    assertThat(after.payoff().total()).isEqualTo(before.payoff().total().plus(more));
    LoanEvent rest = new LoanEvent.Repaid(id(4), day, 4, after.payoff().total(), null);
    LoanPosition paidOff = position(loan, day, paid, topUp, rest);
    assertThat(paidOff.phase()).isEqualTo(LoanPhase.CLOSED);
    assertThat(paidOff.excess().isZero()).isTrue();
  }

  /**
   * Tells whether installments still have room for what had arisen: one that asks for nothing but
   * interest, part of which waits, may become smaller.
   */
  static boolean hasRoom(LoanPosition before, LoanPosition after) {
    return before.installments().stream()
        .allMatch(was ->
            after.installments().stream()
                .map(InstallmentPosition::installment)
                .filter(now -> now.kind() == was.installment().kind())
                .filter(now -> now.dueOn().equals(was.installment().dueOn()))
                .anyMatch(now -> now.interest().compareTo(was.interestArisen(before.asOf())) >= 0));
  }
}
