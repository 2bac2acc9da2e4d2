package io.loanwright.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of a period, and their sums.
 *
 * <p>A plan is copied to try something out with every payment, and a copy changes few periods. So a
 * copy shares the stretches until one of both changes them.
 */
final class Stretches {

  private List<Stretch> list;
  private boolean shared;
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

  Stretches copy() {
    Stretches copy = new Stretches(list);
    shared = true;
    copy.shared = true;
    copy.summed = summed;
    copy.balanced = balanced;
    copy.principalIn = principalIn;
    copy.creditedPrincipal = creditedPrincipal;
    copy.creditedInterest = creditedInterest;
    copy.lastDay = lastDay;
    return copy;
  }

  /** Returns the stretches, to be read. */
  List<Stretch> read() {
    return list;
  }

  /** Returns the stretches, to be changed. */
  List<Stretch> own() {
    if (shared) {
      List<Stretch> own = new ArrayList<>(list.size() + 1);
      for (int i = 0; i < list.size(); i++) {
        own.add(list.get(i).copy());
      }
      list = own;
      shared = false;
    }
    return list;
  }

  /** Tells that days or amounts of a stretch are others now. */
  void changed() {
    summed = false;
    balanced = false;
  }

  void clear() {
    list = new ArrayList<>(0);
    shared = false;
    changed();
  }

  /**
   * Works out the balance of every stretch from the one at the start.
   *
   * @return whether one changed
   */
  boolean rebalance(long atStart) {
    if (balanced && list.getFirst().balance == atStart) {
      return false;
    }
    long balance = atStart;
    boolean moved = false;
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).balance != balance) {
        own().get(i).balance = balance;
        moved = true;
      }
      balance = list.get(i).balanceAfter();
    }
    balanced = true;
    return moved;
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
