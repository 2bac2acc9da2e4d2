package io.loanwright.ledger.store;

import io.loanwright.audit.proof.CopiedRow;
import io.loanwright.audit.proof.Fingerprint;

/**
 * What is added up together of an account and a currency.
 *
 * @param on the value date in days since 1970
 * @param booked the day of booking in days since 1970
 * @param corrects whether it is of entries that take others back
 */
record DaySum(long branchHigh, long branchLow, long on, long booked, boolean corrects) {

  /**
   * An account in a currency.
   *
   * @param pattern stands for the accounts of the entry in the currency, each once
   */
  record Account(long high, long low, int currency, long pattern) {}

  /** Adds an amount on one side. */
  void add(Fingerprint sums, Account account, boolean isDebit, long minor) {
    if (minor != 0) {
      sums.begin()
          .put(account.high())
          .put(account.low())
          .put(account.currency())
          .put(account.pattern())
          .put(branchHigh)
          .put(branchLow)
          .put(on)
          .put(booked)
          .put((isDebit ? 1 : 0) + (corrects ? 2 : 0))
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
