package io.loanwright.ledger.store;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.Fingerprint;

/**
 * What is added up together of an account and a currency.
 *
 * @param on the value date in days since 1970
 * @param booked the day of booking in days since 1970
 */
record DaySum(long branchHigh, long branchLow, long on, long booked) {

  /** An account in a currency. */
  record Account(long high, long low, int currency) {}

  /** Adds an amount on one side. */
  void add(Fingerprint sums, Account account, boolean isDebit, long minor) {
    if (minor != 0) {
      sums.begin()
          .put(account.high())
          .put(account.low())
          .put(account.currency())
          .put(branchHigh)
          .put(branchLow)
          .put(on)
          .put(booked)
          .put(isDebit ? 1 : 0)
          .add(minor);
    }
  }

  /** Returns a number that stands for a currency of three letters. */
  static int currency(CopiedRow row, int column) {
    int at = row.start(column);
    byte[] bytes = row.bytes();
    return ((bytes[at] & 0xff) << 16) | ((bytes[at + 1] & 0xff) << 8) | (bytes[at + 2] & 0xff);
  }
}
