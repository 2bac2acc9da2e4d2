package io.loanwright.payment;

/**
 * What a receipt is headed with.
 *
 * @param sequence its place among the receipts of the loan, from 1
 * @param organization who receives the money
 * @param branch the branch of the loan
 * @param borrower who pays
 * @param timeZone the organization's
 */
public record ReceiptHeading(
    int sequence, String organization, String branch, String borrower, String timeZone) {

  /** Returns the heading of the receipt after this one, of the same loan. */
  ReceiptHeading next() {
    return new ReceiptHeading(sequence + 1, organization, branch, borrower, timeZone);
  }
}
