package io.loanwright.loan;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which loans a list shows; what is absent does not narrow it.
 *
 * @param statuses the statuses; empty for all
 * @param defaulted whether they are marked as in default
 * @param flag what the staff say of them
 * @param pastDue for how many days they are past due on the business date
 * @param paidOut on which days money of theirs went out
 * @param search a part of the number or of the borrower's name
 */
public record LoanFilter(
    Set<LoanStatus> statuses,
    @Nullable UUID borrowerId,
    @Nullable UUID productId,
    @Nullable UUID officerId,
    @Nullable Boolean defaulted,
    @Nullable LoanFlag flag,
    @Nullable DaysPastDue pastDue,
    @Nullable PaidOut paidOut,
    @Nullable String search) {

  /**
   * Active loans whose oldest unpaid installment was due so many days ago.
   *
   * @param from the fewest days; 0 for those that are not past due, too
   * @param until the most days; null for any more
   */
  public record DaysPastDue(int from, @Nullable Integer until) {

    /** Past due at all. */
    public static final DaysPastDue ANY = new DaysPastDue(1, null);

    /** Returns the last due date of such loans; null for any, and for none. */
    public @Nullable LocalDate lastDueOn(LocalDate businessDate) {
      return from == 0 ? null : businessDate.minusDays(from);
    }

    /** Returns the first due date of such loans; null for any. */
    public @Nullable LocalDate firstDueOn(LocalDate businessDate) {
      return until == null ? null : businessDate.minusDays(until);
    }
  }

  /**
   * Loans of which money went out between two days: they were disbursed, or topped up.
   *
   * @param from the first value date; null for any before the last
   * @param to the last value date; null for any after the first
   */
  public record PaidOut(@Nullable LocalDate from, @Nullable LocalDate to) {

    /**
     * The condition that it is so of a loan {@code l}: few days are found by the index of the day,
     * or by that of the loan, and of many days most loans are.
     */
    public static final String CONDITION =
        """
        (coalesce(l.disbursed_on, DATE '9999-12-31') BETWEEN :paidOutFrom AND :paidOutTo
                 OR l.id = ANY (ARRAY(SELECT t.loan_id
                                        FROM loan.top_up t
                                       WHERE t.paid_on BETWEEN :paidOutFrom AND :paidOutTo)))\
        """;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    /** Returns the values that {@link #CONDITION} names. */
    public Map<String, LocalDate> params() {
      return Map.of(
          "paidOutFrom", from == null || from.isBefore(FIRST) ? FIRST : from,
          "paidOutTo", to == null || to.isAfter(LAST) ? LAST : to);
    }
  }

  /** The condition that a loan {@code l} has the flag {@code :flag}: few have, by their index. */
  public static final String FLAGGED =
      """
      l.id = ANY (ARRAY(SELECT g.loan_id
                             FROM loan.standing_flag g
                            WHERE g.flag = :flag))
         AND l.borrower_id IS DISTINCT FROM CAST(:oneself AS uuid)\
      """;

  /** What {@link #inWords} understands, for whoever said something else. */
  public static final String WORDS =
      "must be statuses or words such as pending; or defaulted alone, which is not defaulted=false";

  /**
   * Returns the filter with what some words mean instead of its statuses; nothing if one of them
   * means nothing, or they contradict each other.
   *
   * @param words statuses, words that mean some, or only {@code defaulted}, which means loans that
   *     owe and are marked so
   */
  public Optional<LoanFilter> inWords(List<String> words) {
    if (words.size() == 1 && words.getFirst().equalsIgnoreCase("defaulted")) {
      return Boolean.FALSE.equals(defaulted)
          ? Optional.empty()
          : Optional.of(with(EnumSet.of(LoanStatus.ACTIVE, LoanStatus.WRITTEN_OFF), true));
    }
    Set<LoanStatus> meant = EnumSet.noneOf(LoanStatus.class);
    for (String word : words) {
      Optional<Set<LoanStatus>> statusesOfWord = LoanStatus.meantBy(word);
      if (statusesOfWord.isEmpty()) {
        return Optional.empty();
      }
      meant.addAll(statusesOfWord.get());
    }
    return Optional.of(with(meant, defaulted));
  }

  private LoanFilter with(Set<LoanStatus> meant, @Nullable Boolean marked) {
    return new LoanFilter(
        meant, borrowerId, productId, officerId, marked, flag, pastDue, paidOut, search);
  }

  /** Returns the filter for all loans of a borrower. */
  public static LoanFilter ofBorrower(UUID borrowerId) {
    return new LoanFilter(Set.of(), borrowerId, null, null, null, null, null, null, null);
  }
}
