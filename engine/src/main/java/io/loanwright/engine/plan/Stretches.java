package io.loanwright.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stretches of a period, and their sums, which are kept until a stretch changes. */
final class Stretches {

  /** No stretches at all; nothing can be added. */
  static final Stretches NONE = none();

  private final List<Stretch> list;
  private boolean summed;
  private boolean balanced;
  private long principalIn;
  private long creditedPrincipal;
  private long creditedInterest;
  private @Nullable LocalDate lastDay;

  private Stretches(List<Stretch> list) {
    this.list = list;
  }

  static Stretches of(Stretch only) {
    List<Stretch> list = new ArrayList<>(1);
    list.add(only);
    return new Stretches(list);
  }

  private static Stretches none() {
    Stretches none = new Stretches(List.of());
    none.addUp();
    return none;
  }

  Stretches copy() {
    List<Stretch> copied = new ArrayList<>(list.size() + 1);
    for (int i = 0; i < list.size(); i++) {
      copied.add(list.get(i).copy());
    }
    Stretches copy = new Stretches(copied);
    copy.summed = summed;
    copy.balanced = balanced;
    copy.principalIn = principalIn;
    copy.creditedPrincipal = creditedPrincipal;
    copy.creditedInterest = creditedInterest;
    copy.lastDay = lastDay;
    return copy;
  }

  List<Stretch> list() {
    return list;
  }

  /** Tells that days or amounts of a stretch are others now. */
  void changed() {
    if (!list.isEmpty()) {
      summed = false;
      balanced = false;
    }
  }

  /**
   * Returns the first stretch whose balance does not follow from the one at the start; -1 if all
   * do.
   */
  int firstUnbalanced(long atStart) {
    if (balanced && list.getFirst().balance == atStart) {
      return -1;
    }
    long balance = atStart;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).balance != balance) {
        return i;
      }
      balance = list.get(i).balanceAfter();
    }
    balanced = true;
    return -1;
  }

  /** Works out the balance of every stretch from a first one on. */
  void rebalance(int first, long atStart) {
    long balance = first == 0 ? atStart : list.get(first - 1).balanceAfter();
    for (int i = first; i < list.size(); i++) {
      list.get(i).balance = balance;
      balance = list.get(i).balanceAfter();
    }
    balanced = true;
  }

  /** Returns what was lent or capitalized after a day until a stretch begins; null for all. */
  long lentUntil(@Nullable Stretch end, LocalDate after) {
    long sum = 0;
    for (Stretch stretch : list) {
      if (stretch == end) {
        break;
      }
      sum += stretch.to.equals(after) ? 0 : stretch.lent + stretch.capitalized;
    }
    return sum;
  }

  /** Returns the principal that came in: lent, capitalized and credited. */
  long principalIn() {
    addUp();
    return principalIn;
  }

  long creditedPrincipal() {
    addUp();
    return creditedPrincipal;
  }

  long creditedInterest() {
    addUp();
    return creditedInterest;
  }

  /** Tells whether a stretch ends after a day. */
  boolean reachBeyond(LocalDate day) {
    addUp();
    return lastDay != null && lastDay.isAfter(day);
  }

  private void addUp() {
    if (summed) {
      return;
    }
    long in = 0;
    long principal = 0;
    long interest = 0;
    LocalDate last = null;
    for (int i = 0; i < list.size(); i++) {
      Stretch stretch = list.get(i);
      in += stretch.principalIn();
      principal += stretch.creditedPrincipal;
      interest += stretch.creditedInterest;
      last = last == null || stretch.to.isAfter(last) ? stretch.to : last;
    }
    principalIn = in;
    creditedPrincipal = Math.max(0, principal);
    creditedInterest = Math.max(0, interest);
    lastDay = last;
    summed = true;
  }
}
