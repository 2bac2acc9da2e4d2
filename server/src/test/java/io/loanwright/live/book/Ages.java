package io.loanwright.live.book;

import org.jspecify.annotations.Nullable;

/**
 * How old the loans of a book are, and what of them is due on its business date.
 *
 * @param due of how many of a hundred loans an installment is due on the business date, all of them
 *     unpaid, with a penalty from the next day on: all others have none that day; null where days
 *     fall as they do in life
 * @param months since when the lender has lent: nobody had a loan before; null where some were paid
 *     off long ago, and always where {@code due} is said
 */
public record Ages(@Nullable Integer due, @Nullable Integer months) {

  /** What is due is drawn out of loans of every age. */
  public Ages {
    if (due != null && months != null) {
      throw new IllegalArgumentException("Loans of a young lender fall due as they do in life");
    }
  }

  /** Loans of every age. */
  public static final Ages AS_IN_LIFE = new Ages(null, null);

  /** Of so many in a hundred loans an installment is due. */
  public static Ages due(int percent) {
    return new Ages(percent, null);
  }

  /** The lender began so many months ago: few payments, so that many loans fit a disk. */
  public static Ages young(int months) {
    return new Ages(null, months);
  }
}
