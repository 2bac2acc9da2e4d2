package io.loanwright.engine.replay;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Money of one event while it is handed out, and what became of it.
 *
 * <p>What is left in the end is excess. It stays here, so that a charge that comes up later can
 * still be paid with it.
 */
final class Posting {

  final UUID event;
  final EntryKind kind;
  final LocalDate on;
  long amount;
  private final Tally parts = new Tally();
  private final Map<InstallmentAccount, Tally> byInstallment = new LinkedHashMap<>();
  private long left;
  private long excess;

  Posting(UUID event, EntryKind kind, LocalDate on, long amount) {
    this.event = event;
    this.kind = kind;
    this.on = on;
    this.amount = amount;
    this.left = amount;
  }

  long left() {
    return left;
  }

  boolean isEmpty() {
    return left <= 0;
  }

  long excess() {
    return excess;
  }

  long part(Part part) {
    return parts.of(part);
  }

  /** Uses some of what is left for one part of an installment. */
  void use(InstallmentAccount account, Part part, long minor) {
    left -= minor;
    note(account, part, minor);
  }

  /** Notes an amount without using money. */
  void note(InstallmentAccount account, Part part, long minor) {
    parts.add(part, minor);
    byInstallment.computeIfAbsent(account, _ -> new Tally()).add(part, minor);
  }

  /** Notes an amount that belongs to no installment. */
  void note(Part part, long minor) {
    parts.add(part, minor);
  }

  /** Makes what is left excess. */
  long close() {
    excess += left;
    left = 0;
    return excess;
  }

  void setExcess(long minor) {
    excess = minor;
  }

  /** Makes some of the excess money that can be used again. */
  void reopen(long minor) {
    excess -= minor;
    left += minor;
  }

  Entry entry(long principalAfter, Currency currency) {
    return new Entry(
        event,
        kind,
        on,
        new Money(amount, currency),
        parts.toSplit(currency),
        new Money(excess, currency),
        new Money(principalAfter, currency));
  }

  /** Returns by how much the principal that is owed changed. */
  long principalChange() {
    return switch (kind) {
      case DISBURSEMENT -> amount - excess;
      case CAPITALIZED -> amount - excess;
      case CHARGEBACK -> parts.of(Part.PRINCIPAL) - excess;
      case EXCESS_REFUND, CASH_REFUND -> parts.of(Part.PRINCIPAL);
      case CHARGES_AT_DISBURSEMENT,
          REPAYMENT,
          CREDIT,
          INTEREST_REFUND,
          CHARGE_WAIVED,
          RE_AGE,
          RE_AMORTIZATION,
          CHARGE_OFF,
          TERMINATION,
          WRITE_OFF ->
          -parts.of(Part.PRINCIPAL);
    };
  }

  /** Returns what the money was used for; installments that are gone have no share. */
  Allocation allocation(List<InstallmentAccount> accounts, Currency currency) {
    List<Allocation.Share> shares = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      Tally tally = byInstallment.get(accounts.get(i));
      if (tally != null && !tally.isZero()) {
        shares.add(new Allocation.Share(i + 1, tally.toSplit(currency)));
      }
    }
    Split split = parts.toSplit(currency);
    return new Allocation(event, on, split, new Money(excess, currency), shares);
  }
}
