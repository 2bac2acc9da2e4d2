package io.loanwright.engine.explain;

import java.math.BigDecimal;
import java.math.MathContext;

/** Reads a part of a year as it is written, such as {@code (20/366 + 11/365) x 5/31}. */
final class PartOfYear {

  private static final MathContext DIGITS = new MathContext(30);

  private PartOfYear() {}

  static BigDecimal of(String text) {
    if (text.startsWith("(")) {
      int end = endOfBrackets(text);
      return of(text.substring(1, end)).multiply(product(text.substring(end + " x ".length() + 1)));
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (String term : text.split(" \\+ ", -1)) {
      sum = sum.add(product(term));
    }
    return sum;
  }

  private static int endOfBrackets(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (open == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no end of brackets: " + text);
  }

  private static BigDecimal product(String text) {
    BigDecimal product = BigDecimal.ONE;
    for (String factor : text.split(" x ", -1)) {
      String[] parts = factor.split("/", -1);
      BigDecimal top = new BigDecimal(parts[0]);
      product =
          product.multiply(parts.length == 1 ? top : top.divide(new BigDecimal(parts[1]), DIGITS));
    }
    return product;
  }
}
