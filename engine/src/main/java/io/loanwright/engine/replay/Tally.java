package io.loanwright.engine.replay;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.AllocationStep.Part;

/** A running sum for each part of a loan, in minor units. */
final class Tally {

  private long principal;
  private long interest;
  private long fees;
  private long penalties;

  long of(Part part) {
    return switch (part) {
      case PRINCIPAL -> principal;
      case INTEREST -> interest;
      case FEE -> fees;
      case PENALTY -> penalties;
    };
  }

  void set(Part part, long minor) {
    switch (part) {
      case PRINCIPAL -> principal = minor;
      case INTEREST -> interest = minor;
      case FEE -> fees = minor;
      case PENALTY -> penalties = minor;
    }
  }

  void add(Part part, long minor) {
    set(part, Math.addExact(of(part), minor));
  }

  long sum() {
    return Math.addExact(Math.addExact(principal, interest), Math.addExact(fees, penalties));
  }

  void addAll(Tally other) {
    for (Part part : Part.values()) {
      add(part, other.of(part));
    }
  }

  boolean isZero() {
    return principal == 0 && interest == 0 && fees == 0 && penalties == 0;
  }

  Split toSplit(Currency currency) {
    return Split.ofMinor(principal, interest, fees, penalties, currency);
  }
}
