package io.loanwright.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.engine.Golden;
import io.loanwright.engine.explain.ChangedLoans.Change;
import io.loanwright.engine.explain.ChangedLoans.Payments;
import io.loanwright.engine.explain.ChangedLoans.Story;
import io.loanwright.engine.terms.RecalculationTerms;
import io.loanwright.engine.terms.RecalculationTerms.OverdueInterest;
import io.loanwright.engine.terms.RecalculationTerms.PayoffInterest;
import io.loanwright.engine.terms.RecalculationTerms.Recalculation;
import io.loanwright.engine.terms.RecalculationTerms.Rest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Principal and interest of installments of loans that were changed as people can agree, counted:
 * how many figures there are, and of how many a part is only named as recalculated.
 *
 * <p>The counts stand in a file, which docs/concepts/interest.md speaks of; fewer of the latter are
 * better. Leaves add up in any case.
 */
class ChangedLoansTest {

  private static final int LOANS = 60;

  private static final RecalculationTerms FOLLOWS =
      new RecalculationTerms(
          Recalculation.FOLLOWS_PAYMENTS,
          Rest.DAILY,
          PayoffInterest.UNTIL_PAYOFF_DATE,
          OverdueInterest.CHARGED);

  @Test
  void figuresOfChangedLoansAreDerived() {
    List<String> lines = new ArrayList<>();
    lines.add("interest  payments      change                  figures  recalculated");
    for (RecalculationTerms recalculation : List.of(RecalculationTerms.NONE, FOLLOWS)) {
      for (Payments payments : Payments.values()) {
        for (Change change : Change.values()) {
          lines.add(line(recalculation, payments, List.of(change), change.name()));
        }
        lines.add(line(recalculation, payments, List.of(), "THREE_OF_THEM"));
      }
    }
    Golden.assertMatches("explanations/changed.txt", String.join("\n", lines) + '\n');
  }

  /**
   * Counts the figures of some loans.
   *
   * @param changes what is agreed; three kinds at random if empty
   */
  private static String line(
      RecalculationTerms recalculation, Payments payments, List<Change> changes, String name) {
    boolean follows = recalculation.equals(FOLLOWS);
    int figures = 0;
    int recalculated = 0;
    for (int seed = 0; seed < LOANS; seed++) {
      Story story =
          new ChangedLoans(seed, recalculation)
              .next(
                  terms -> !follows || terms.interestFollowsPayments(),
                  changes.isEmpty() ? three(new Random(seed)) : changes,
                  payments);
      for (Explanation figure : story.figures()) {
        assertAddsUp(figure);
        figures++;
        recalculated += figure.isDerived() ? 0 : 1;
      }
    }
    return "%-8s  %-12s  %-22s  %7d  %12d"
        .formatted(follows ? "follows" : "stands", payments, name, figures, recalculated);
  }

  private static List<Change> three(Random random) {
    List<Change> all = List.of(Change.values());
    return random.ints(3, 0, all.size()).mapToObj(all::get).toList();
  }

  private static void assertAddsUp(Explanation figure) {
    BigDecimal sum =
        figure.leaves().stream().map(Explanation::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).as("%s", figure).isEqualByComparingTo(figure.amount());
  }
}
