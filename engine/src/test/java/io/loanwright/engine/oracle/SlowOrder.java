package io.loanwright.engine.oracle;

import io.loanwright.engine.terms.AdvanceRule;
import io.loanwright.engine.terms.AllocationDirection;
import io.loanwright.engine.terms.AllocationRule;
import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Dueness;
import io.loanwright.engine.terms.AllocationTerms;
import io.loanwright.engine.terms.MoneyKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a payment looks for something to pay: all parts of all installments, written
 * down one after the other. What is over after one place goes to the next.
 */
final class SlowOrder {

  private final AllocationRule rule;
  private final boolean isPartsFirst;

  /**
   * A part of an installment.
   *
   * @param row the installment
   * @param part one of {@link SlowRow}'s parts
   */
  record Place(SlowRow row, int part) {}

  SlowOrder(AllocationTerms terms) {
    this.rule = terms.ruleFor(MoneyKind.REPAYMENT);
    this.isPartsFirst = terms.direction() == AllocationDirection.VERTICAL;
  }

  /**
   * Returns all places, first served first; a place may come twice.
   *
   * @param target the number of the installment that is meant, before all others; null for none
   */
  List<Place> places(List<SlowRow> rows, LocalDate day, @Nullable Integer target) {
    List<Place> places = new ArrayList<>();
    if (target != null) {
      SlowRow meant = rows.get(target - 1);
      addAll(places, List.of(meant), dueness(meant, day));
    }
    if (isPartsFirst) {
      for (AllocationStep step : rule.order()) {
        for (SlowRow row : rowsOf(step.dueness(), rows, day)) {
          places.add(new Place(row, partOf(step)));
        }
      }
      return places;
    }
    Set<Dueness> classes = new LinkedHashSet<>();
    rule.order().forEach(step -> classes.add(step.dueness()));
    for (Dueness dueness : classes) {
      addAll(places, rowsOf(dueness, rows, day), dueness);
    }
    return places;
  }

  /** Adds all parts of each installment before the next installment. */
  private void addAll(List<Place> places, List<SlowRow> rows, Dueness dueness) {
    for (SlowRow row : rows) {
      for (AllocationStep step : rule.order()) {
        if (step.dueness() == dueness) {
          places.add(new Place(row, partOf(step)));
        }
      }
    }
  }

  private List<SlowRow> rowsOf(Dueness dueness, List<SlowRow> all, LocalDate day) {
    List<SlowRow> rows = new ArrayList<>();
    for (SlowRow row : all) {
      if (dueness(row, day) == dueness) {
        rows.add(row);
      }
    }
    if (dueness != Dueness.IN_ADVANCE || rule.advance() == AdvanceRule.NEXT_INSTALLMENT) {
      return rows;
    }
    if (rule.advance() == AdvanceRule.REAMORTIZE) {
      throw new IllegalArgumentException("No second opinion on money that is spread evenly.");
    }
    List<SlowRow> backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);
    if (rule.advance() == AdvanceRule.NEXT_LAST_INSTALLMENT) {
      rows.stream().findFirst().ifPresent(backwards::addFirst);
    }
    return backwards;
  }

  private static Dueness dueness(SlowRow row, LocalDate day) {
    return row.due().isBefore(day)
        ? Dueness.PAST_DUE
        : row.due().equals(day) ? Dueness.DUE : Dueness.IN_ADVANCE;
  }

  private static int partOf(AllocationStep step) {
    return switch (step.part()) {
      case PENALTY -> SlowRow.PENALTY;
      case FEE -> SlowRow.FEE;
      case INTEREST -> SlowRow.INTEREST;
      case PRINCIPAL -> SlowRow.PRINCIPAL;
    };
  }
}
