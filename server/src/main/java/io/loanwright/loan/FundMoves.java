package io.loanwright.loan;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.LenderMove;
import io.loanwright.ledger.LenderWallet;
import io.loanwright.ledger.LenderWallets;
import io.loanwright.ledger.PostingRole;
import io.loanwright.ledger.WalletKind;
import io.loanwright.together.Rows;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves the lender's wallets that a loan is paid out of: a loan fund of the loan's branch or of the
 * organization, or somebody's own fund or a till whose money the caller moves.
 */
@Component
class FundMoves {

  private static final Set<WalletKind> KINDS = EnumSet.of(WalletKind.LOAN_FUND, WalletKind.TILL);

  private final LenderWallets wallets;

  FundMoves(LenderWallets wallets) {
    this.wallets = wallets;
  }

  /**
   * Returns the wallets that somebody can pay a loan out of, by name.
   *
   * @param pays whether he does so himself
   */
  List<OfferedWallet> offered(Caller caller, Loan loan, boolean pays) {
    return wallets.atHand(loan.parties().branchId(), loan.currency(), KINDS).stream()
        .filter(wallet -> isOffered(caller, loan, wallet))
        .map(wallet -> new OfferedWallet(wallet, pays || wallets.maySee(caller, wallet)))
        .toList();
  }

  /**
   * Returns the wallet that is named for a payout.
   *
   * @param walletId null for none, which gives null
   */
  Outcome<Optional<PaidFrom>> named(Caller caller, Loan loan, @Nullable UUID walletId) {
    if (walletId == null) {
      return new Outcome.Done<>(Optional.empty());
    }
    return wallets
        .find(walletId)
        .filter(wallet -> isOffered(caller, loan, wallet))
        .<Outcome<Optional<PaidFrom>>>map(
            wallet -> new Outcome.Done<>(Optional.of(new PaidFrom(walletId, wallet.accountCode()))))
        .orElseGet(() -> new Outcome.Refused<>(new Refusal.WalletUnknown()));
  }

  /**
   * Returns the wallet that somebody else named, who could pay out of it; whoever confirms need not
   * move its money himself.
   *
   * @param walletId null for none, which gives null
   */
  Outcome<Optional<PaidFrom>> askedFor(Loan loan, @Nullable UUID walletId) {
    if (walletId == null) {
      return new Outcome.Done<>(Optional.empty());
    }
    LenderWallet wallet = wallets.find(walletId).orElse(null);
    if (wallet == null || !isAtHand(loan, wallet)) {
      return new Outcome.Refused<>(new Refusal.WalletUnknown());
    }
    return new Outcome.Done<>(Optional.of(new PaidFrom(walletId, wallet.accountCode())));
  }

  private static boolean isAtHand(Loan loan, LenderWallet wallet) {
    UUID branch = wallet.holder().branchId();
    return (branch == null || branch.equals(loan.parties().branchId()))
        && wallet.currency().equals(loan.currency());
  }

  private boolean isOffered(Caller caller, Loan loan, LenderWallet wallet) {
    return isAtHand(loan, wallet)
        && !wallet.closed()
        && switch (wallet.kind()) {
          case LOAN_FUND -> wallet.holder().userId() == null || wallets.mayDraw(caller, wallet);
          case TILL -> wallets.mayDraw(caller, wallet);
          case EXPENSE, BORROWER -> false;
        };
  }

  /** Returns the wallets that a loan was paid out of. */
  static Payouts payouts(List<RecordedEvent> events) {
    Map<UUID, PaidFrom> wallets = new HashMap<>();
    for (RecordedEvent event : events) {
      PaidFrom from = event.what().paidFrom();
      if (from != null) {
        wallets.put(event.id(), from);
      }
    }
    return new Payouts(wallets);
  }

  /** The wallets that a loan was paid out of, by the event of the payout. */
  record Payouts(Map<UUID, PaidFrom> wallets) {

    /** Returns the accounts as they are for an event: the payout's cash is the wallet. */
    Map<PostingRole, String> accounts(UUID event, Map<PostingRole, String> accounts) {
      PaidFrom from = wallets.get(event);
      if (from == null) {
        return accounts;
      }
      Map<PostingRole, String> own = new EnumMap<>(accounts);
      own.put(PostingRole.CASH, from.account());
      return own;
    }
  }

  /**
   * Moves the wallets of payouts.
   *
   * @param changes what each gains, in minor units, in the order of the wallets; negative for what
   *     it loses
   * @param on the day from which the change counts
   * @return why not; the caller rolls back then
   * @throws io.loanwright.together.NotShared if one changes beside other commands
   */
  Optional<Refusal> move(Loan loan, SortedMap<UUID, Long> changes, LocalDate on) {
    for (Map.Entry<UUID, Long> change : changes.entrySet()) {
      if (change.getValue() != 0) {
        Rows.requireAlone();
        Money gained = new Money(change.getValue(), loan.currency());
        Optional<Refusal> refusal = refusal(wallets.move(change.getKey(), gained, on));
        if (refusal.isPresent()) {
          return refusal;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusal(LenderMove outcome) {
    return switch (outcome) {
      case LenderMove.Moved _ -> Optional.empty();
      case LenderMove.Unknown _, LenderMove.OtherCurrency _ ->
          Optional.of(new Refusal.WalletUnknown());
      case LenderMove.Closed(String name) -> Optional.of(new Refusal.FundClosed(name));
      case LenderMove.AccountUnusable(String code) -> Optional.of(new Refusal.FundClosed(code));
      case LenderMove.Overdrawn(String name, Money available, Money missing) ->
          Optional.of(new Refusal.FundOverdrawn(name, available, missing));
      case LenderMove.OverdrawnBefore(String name, LocalDate enoughFrom) ->
          Optional.of(new Refusal.FundOverdrawnBefore(name, enoughFrom));
    };
  }
}
