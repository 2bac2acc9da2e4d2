package io.loanwright.live.book;

import org.jspecify.annotations.Nullable;

/**
 * How old the loans of a book are, and what of them is due on its business date.
 *
 * @param due of how many of a hundred loans an installment is due on the business date, all of them
 *     unpaid, with a penalty from the next day on: all others have none that day; null where days
 *     fall as they do in life
 * @param months since when the lender has lent: few payments, so that many loans fit a disk; null
 *     where some were paid off long ago
 */
public record Ages(@Nullable Integer due, @Nullable Integer months) {

  /** Loans of every age. */
  public static final Ages AS_IN_LIFE = new Ages(null, null);

  /** Of so many in a hundred loans an installment is due. */
  public static Ages due(int percent) {
    return new Ages(percent, null);
  }
}
