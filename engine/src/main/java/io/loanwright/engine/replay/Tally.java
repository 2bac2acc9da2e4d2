package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep.Part;
import java.util.List;

/** A running sum for each part of a loan, in minor units. */
final class Tally {

  /** All parts, in the order in which they are declared. */
  static final List<Part> PARTS = List.of(Part.values());

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
    switch (part) {
      case PRINCIPAL -> principal = Math.addExact(principal, minor);
      case INTEREST -> interest = Math.addExact(interest, minor);
      case FEE -> fees = Math.addExact(fees, minor);
      case PENALTY -> penalties = Math.addExact(penalties, minor);
    }
  }

  long sum() {
    return Math.addExact(Math.addExact(principal, interest), Math.addExact(fees, penalties));
  }

  void addAll(Tally other) {
    principal = Math.addExact(principal, other.principal);
    interest = Math.addExact(interest, other.interest);
    fees = Math.addExact(fees, other.fees);
    penalties = Math.addExact(penalties, other.penalties);
  }

  boolean isZero() {
    return (principal | interest | fees | penalties) == 0;
  }

  boolean hasSameAs(Tally other) {
    return principal == other.principal
        && interest == other.interest
        && fees == other.fees
        && penalties == other.penalties;
  }
}
