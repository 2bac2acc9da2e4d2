package io.loanwright.engine.explain;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.schedule.Arithmetic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns minor units into the amounts of a tree. */
record Amounts(Currency currency) {

  BigDecimal of(long minor) {
    return BigDecimal.valueOf(minor, currency.minorDigits());
  }

  BigDecimal of(BigDecimal minor) {
    return minor.movePointLeft(currency.minorDigits());
  }

  Explanation leaf(Why why, long minor) {
    return Explanation.leaf(why, of(minor));
  }

  Explanation leaf(Why why, BigDecimal minor) {
    return Explanation.leaf(why, of(minor));
  }

  /** Returns an amount with all its digits, and what rounding makes of it. */
  List<Explanation> rounded(Why why, BigDecimal minor, RoundingMode rounding) {
    List<Explanation> leaves = new ArrayList<>();
    leaves.add(leaf(why, minor));
    addRounding(leaves, minor, rounding);
    return leaves;
  }

  /** Adds what rounding makes of an amount, unless that is nothing. */
  void addRounding(List<Explanation> leaves, BigDecimal minor, RoundingMode rounding) {
    BigDecimal added = BigDecimal.valueOf(Arithmetic.toMinor(minor, rounding)).subtract(minor);
    if (added.signum() != 0) {
      leaves.add(leaf(new Why.Rounded(of(minor), rounding), added));
    }
  }

  /** Adds what rounding to a multiple makes of an amount, and returns the amount then. */
  long addMultiple(
      List<Explanation> leaves, long minor, @Nullable BigDecimal multiple, RoundingMode rounding) {
    if (multiple == null) {
      return minor;
    }
    long step =
        Arithmetic.toMinor(multiple.movePointRight(currency.minorDigits()), RoundingMode.UP);
    long rounded = Arithmetic.toMultiple(minor, step, rounding);
    if (rounded != minor) {
      leaves.add(leaf(new Why.RoundedToMultiple(of(minor), multiple, rounding), rounded - minor));
    }
    return rounded;
  }
}
