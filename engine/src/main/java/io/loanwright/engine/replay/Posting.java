package io.loanwright.engine.replay;

import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  private final List<Use> uses = new ArrayList<>(2);
  private long left;
  private long excess;

  /**
   * What went to one installment.
   *
   * @param account the installment
   * @param parts how much of each part
   */
  private record Use(InstallmentAccount account, Tally parts) {}

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

  /** Returns what was used for one part of an installment. */
  long part(InstallmentAccount account, Part part) {
    return useOf(account).of(part);
  }

  /** Takes back some of what was used for one part of an installment. */
  void takeBack(InstallmentAccount account, Part part, long minor) {
    use(account, part, -minor);
  }

  /** Uses some of what is left for one part of an installment. */
  void use(InstallmentAccount account, Part part, long minor) {
    left -= minor;
    note(account, part, minor);
  }

  /** Notes an amount without using money. */
  void note(InstallmentAccount account, Part part, long minor) {
    parts.add(part, minor);
    useOf(account).add(part, minor);
  }

  private Tally useOf(InstallmentAccount account) {
    for (int i = uses.size() - 1; i >= 0; i--) {
      if (uses.get(i).account() == account) {
        return uses.get(i).parts();
      }
    }
    Tally parts = new Tally();
    uses.add(new Use(account, parts));
    return parts;
  }

  /** Notes an amount that belongs to no installment. */
  void note(Part part, long minor) {
    parts.add(part, minor);
  }

  /** Makes what is left excess. */
  long close() {
    excess = Math.addExact(excess, left);
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

  Split split(Mint mint) {
    return mint.split(parts);
  }

  Entry entry(long principalAfter, Split split, Mint mint) {
    return new Entry(
        event, kind, on, mint.money(amount), split, mint.money(excess), mint.money(principalAfter));
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
          INTEREST_WAIVED,
          RE_AGE,
          RE_AMORTIZATION,
          CHARGE_OFF,
          TERMINATION,
          WRITE_OFF ->
          -parts.of(Part.PRINCIPAL);
    };
  }

  /**
   * Returns what the money was used for; installments that are gone have no share.
   *
   * @param accounts all installments, each knowing its number
   */
  Allocation allocation(List<InstallmentAccount> accounts, Split split, Mint mint) {
    List<Allocation.Share> shares = new ArrayList<>(uses.size());
    for (Use use : uses) {
      int number = use.account().number();
      if (number > 0
          && number <= accounts.size()
          && accounts.get(number - 1) == use.account()
          && !use.parts().isZero()) {
        Split share = use.parts().hasSameAs(parts) ? split : mint.split(use.parts());
        shares.add(new Allocation.Share(number, share));
      }
    }
    if (shares.size() > 1) {
      shares.sort(Comparator.comparingInt(Allocation.Share::installment));
    }
    return new Allocation(event, on, split, mint.money(excess), shares);
  }
}
