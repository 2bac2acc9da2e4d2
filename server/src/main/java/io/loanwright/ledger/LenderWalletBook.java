package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.audit.AuditTrail;
import io.loanwright.identity.UserAccount;
import io.loanwright.identity.Users;
import io.loanwright.ledger.LenderWallet.Holder;
import io.loanwright.ledger.store.LenderWalletStore;
import io.loanwright.organization.Branch;
import io.loanwright.organization.Branches;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Opens, renames and closes the lender's own wallets. Who moves money of all wallets of a branch,
 * or of the organization, does so; who has a till of his own does not.
 */
@Component
public class LenderWalletBook {

  private final LenderWalletStore store;
  private final Branches branches;
  private final Users users;
  private final AuditTrail trail;

  LenderWalletBook(LenderWalletStore store, Branches branches, Users users, AuditTrail trail) {
    this.store = store;
    this.branches = branches;
    this.users = users;
    this.trail = trail;
  }

  /** Opens a wallet with an account of its own; what is refused has written nothing. */
  @Transactional
  public LenderWalletOutcome open(Caller caller, NewLenderWallet wanted) {
    UUID userId = wanted.holder().userId();
    Optional<UserAccount> user = userId == null ? Optional.empty() : users.find(userId);
    if (userId != null && (user.isEmpty() || !users.isActiveStaff(userId))) {
      return new LenderWalletOutcome.UserUnknown();
    }
    UUID branchId =
        userId == null
            ? wanted.holder().branchId()
            : user.map(UserAccount::branchId).orElseGet(() -> branches.main().id());
    if (branchId != null && branches.find(branchId).filter(Branch::active).isEmpty()) {
      return new LenderWalletOutcome.BranchUnknown();
    }
    Holder holder = new Holder(branchId, userId);
    return isKeeper(caller, holder)
        ? open(caller, wanted, holder)
        : new LenderWalletOutcome.BeyondReach();
  }

  private LenderWalletOutcome open(Caller caller, NewLenderWallet wanted, Holder holder) {
    Optional<LenderWallet> opened =
        store.insert(new NewLenderWallet(wanted.kind(), wanted.name(), holder, wanted.currency()));
    if (opened.isEmpty()) {
      // The account that was made for it goes again.
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return new LenderWalletOutcome.NameTaken(wanted.name());
    }
    LenderWallet wallet = opened.get();
    trail.record(caller, "wallet.open", wallet.subject(), null, wallet.inTheTrail(), null);
    return new LenderWalletOutcome.Kept(wallet);
  }

  /** Renames a wallet, and its account with it. */
  @Transactional
  public LenderWalletOutcome rename(Caller caller, UUID id, long version, String name) {
    return open(
        caller,
        id,
        wallet -> {
          if (wallet.version() != version) {
            return new LenderWalletOutcome.ChangedMeanwhile();
          }
          Optional<LenderWallet> renamed = store.change(id, name, false);
          renamed.ifPresent(after ->
              trail.record(
                  caller,
                  "wallet.rename",
                  after.subject(),
                  Map.of("name", wallet.name()),
                  Map.of("name", name),
                  null));
          return renamed
              .<LenderWalletOutcome>map(LenderWalletOutcome.Kept::new)
              .orElseGet(() -> new LenderWalletOutcome.NameTaken(name));
        });
  }

  /** Closes a wallet that is empty; its account is out of use then. */
  @Transactional
  public LenderWalletOutcome close(Caller caller, UUID id) {
    return open(
        caller,
        id,
        wallet -> {
          if (!wallet.balance().isZero()) {
            return new LenderWalletOutcome.NotEmpty(wallet.balance());
          }
          LenderWallet closed = store.change(id, wallet.name(), true).orElseThrow();
          trail.record(
              caller,
              "wallet.close",
              closed.subject(),
              Map.of("closed", false),
              Map.of("closed", true),
              null);
          return new LenderWalletOutcome.Kept(closed);
        });
  }

  private LenderWalletOutcome open(
      Caller caller, UUID id, Function<LenderWallet, LenderWalletOutcome> work) {
    store.lock(List.of(id));
    Optional<LenderWallet> wallet =
        store.find(id).filter(found -> isKeeper(caller, found.holder()));
    if (wallet.isEmpty()) {
      return new LenderWalletOutcome.Unknown();
    }
    return wallet.get().closed() ? new LenderWalletOutcome.Closed() : work.apply(wallet.get());
  }

  /** Whether somebody keeps the wallets of a branch, or of the organization. */
  public static boolean isKeeper(Caller caller, Holder holder) {
    return LenderWallets.isCovered(caller.reach(Permission.FUND_TRANSFER).ofBranches(), holder);
  }
}
