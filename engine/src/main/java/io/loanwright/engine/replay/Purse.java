package io.loanwright.engine.replay;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Money of one event that is being handed out to installments. */
final class Purse {

  private final UUID event;
  private final LocalDate on;
  private final Currency currency;
  private final TreeMap<Integer, Tally> byInstallment = new TreeMap<>();
  private long left;

  Purse(UUID event, LocalDate on, Money amount) {
    this.event = event;
    this.on = on;
    this.currency = amount.currency();
    this.left = amount.minor();
  }

  LocalDate on() {
    return on;
  }

  long left() {
    return left;
  }

  boolean isEmpty() {
    return left == 0;
  }

  /** Pays one part of an installment with what is left. */
  void pay(int index, InstallmentAccount account, Part part) {
    payAtMost(index, account, part, left);
  }

  /**
   * Pays one part of an installment with some of what is left.
   *
   * @return what was used
   */
  long payAtMost(int index, InstallmentAccount account, Part part, long most) {
    long taken = account.pay(part, Math.min(most, left), on);
    if (taken > 0) {
      left -= taken;
      byInstallment.computeIfAbsent(index, _ -> new Tally()).add(part, taken);
      account.noteCompletion(on);
    }
    return taken;
  }

  /** Returns what the money was used for; what is left is excess. */
  Allocation allocation() {
    List<Allocation.Share> shares = new ArrayList<>();
    Split sum = Split.zero(currency);
    for (var entry : byInstallment.entrySet()) {
      Split split = entry.getValue().toSplit(currency);
      shares.add(new Allocation.Share(entry.getKey() + 1, split));
      sum = sum.plus(split);
    }
    return new Allocation(event, on, sum, new Money(left, currency), shares);
  }
}
