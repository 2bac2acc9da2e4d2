package io.loanwright.ledger;

import io.loanwright.engine.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was earned from loans in some days, beside what was received of it.
 *
 * @param branchId the branch whose entries count; null for all
 */
public record IncomeReceived(BooksSpan span, @Nullable UUID branchId, List<Row> rows) {

  /** Keeps its own copy. */
  public IncomeReceived {
    rows = List.copyOf(rows);
  }

  /** What is earned. */
  public enum Earned {
    /** Interest. */
    INTEREST(PostingRole.INTEREST_INCOME, PostingRole.INTEREST_RECEIVABLE),
    /** Fees. */
    FEES(PostingRole.FEE_INCOME, PostingRole.FEES_RECEIVABLE),
    /** Penalties. */
    PENALTIES(PostingRole.PENALTY_INCOME, PostingRole.PENALTIES_RECEIVABLE);

    private final PostingRole income;
    private final PostingRole receivable;

    Earned(PostingRole income, PostingRole receivable) {
      this.income = income;
      this.receivable = receivable;
    }

    /** Returns what the accounts of income are for. */
    public PostingRole income() {
      return income;
    }

    /** Returns what the accounts of what is not received yet are for. */
    public PostingRole receivable() {
      return receivable;
    }
  }

  /**
   * Income of a kind.
   *
   * @param opening what was receivable before the first day
   * @param earned what was booked as income
   * @param received what borrowers paid of it, by the splits of their payments
   * @param closing what is receivable after the last day
   */
  public record Row(
      Earned kind,
      List<String> incomeAccounts,
      List<String> receivableAccounts,
      Money opening,
      Money earned,
      Money received,
      Money closing) {

    /** Keeps its own copies. */
    public Row {
      incomeAccounts = List.copyOf(incomeAccounts);
      receivableAccounts = List.copyOf(receivableAccounts);
    }

    /**
     * Returns what changed what is receivable besides: what was taken over from an earlier system,
     * given up, or booked by hand.
     */
    public Money other() {
      return closing.minus(opening).minus(earned).plus(received);
    }
  }
}
