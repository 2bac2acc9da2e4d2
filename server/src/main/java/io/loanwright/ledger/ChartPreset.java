package io.loanwright.ledger;

import java.util.EnumMap;
import java.util.Map;

/** Charts of accounts that a lender can start with. */
public final class ChartPreset {

  private ChartPreset() {}

  /**
   * Returns the account code that plays each role in the chart of a small lender.
   *
   * <p>The accounts themselves are made by the module's migration. The map has every role and is
   * the caller's own.
   */
  public static Map<PostingRole, String> smallLender() {
    Map<PostingRole, String> codes = new EnumMap<>(PostingRole.class);
    for (PostingRole role : PostingRole.values()) {
      codes.put(role, smallLender(role));
    }
    return codes;
  }

  /**
   * Returns the account of borrowers' wallets, which is the same for all products: a borrower has
   * one wallet a currency, whatever loans it pays.
   */
  public static String wallets() {
    return smallLender(PostingRole.BORROWER_WALLETS);
  }

  /**
   * Returns the account of what the lender expects not to get back, which is the same for all
   * products: it is worked out by class of arrears, not by loan.
   */
  public static String allowance() {
    return smallLender(PostingRole.LOAN_LOSS_ALLOWANCE);
  }

  /** Returns the account on which what is set aside for losses is an expense. */
  public static String provisions() {
    return "5130";
  }

  private static String smallLender(PostingRole role) {
    return switch (role) {
      case CASH -> "1110";
      case BANK -> "1120";
      case MOBILE_MONEY -> "1130";
      case CARD -> "1140";
      case LOAN_PORTFOLIO -> "1210";
      case INTEREST_RECEIVABLE -> "1220";
      case FEES_RECEIVABLE -> "1230";
      case PENALTIES_RECEIVABLE -> "1240";
      case LOAN_LOSS_ALLOWANCE -> "1290";
      case BORROWER_WALLETS -> "2110";
      case UNMATCHED_PAYMENTS -> "2120";
      case INTEREST_IN_SUSPENSE -> "2130";
      case OPENING_BALANCE -> "3900";
      case INTEREST_INCOME -> "4110";
      case FEE_INCOME -> "4120";
      case PENALTY_INCOME -> "4130";
      case RECOVERY_INCOME -> "4140";
      case WRITE_OFF_EXPENSE -> "5110";
      case WAIVER_EXPENSE -> "5120";
    };
  }
}
