package io.loanwright.payment;

/**
 * The number of a receipt: that of its loan, and a counter that starts at 1 with each loan and
 * leaves none out.
 *
 * @param text as people read it: {@code RC-2026-000123-001}
 * @param sequence the counter
 */
public record ReceiptNumber(String text, int sequence) {

  private static final String LOAN_PREFIX = "LN-";

  /**
   * Returns the number of a loan's receipt.
   *
   * @param loanNumber the loan's number, such as {@code LN-2026-000123}
   * @param sequence its place among the loan's receipts, from 1
   */
  public static ReceiptNumber of(String loanNumber, int sequence) {
    String rest =
        loanNumber.startsWith(LOAN_PREFIX)
            ? loanNumber.substring(LOAN_PREFIX.length())
            : loanNumber;
    return new ReceiptNumber("RC-%s-%03d".formatted(rest, sequence), sequence);
  }
}
