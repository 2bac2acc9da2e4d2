package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.store.AccountStore;
import io.loanwright.ledger.store.BalanceStore;
import io.loanwright.ledger.store.JournalStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may do with the books. */
@Component
public class Ledger {

  private final AccountStore accounts;
  private final JournalStore journal;
  private final BalanceStore balances;

  Ledger(AccountStore accounts, JournalStore journal, BalanceStore balances) {
    this.accounts = accounts;
    this.journal = journal;
    this.balances = balances;
  }

  /**
   * Writes an entry to the journal, in the caller's transaction.
   *
   * @param caller who does what the entry is about
   * @param entry the entry
   * @throws IllegalArgumentException if an account does not exist or does not take the line
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void post(Caller caller, NewEntry entry) {
    journal.insert(caller.userId(), entry);
  }

  /**
   * Writes many entries in few round trips, in the caller's transaction.
   *
   * @throws IllegalArgumentException if an account does not exist or does not take a line
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void postAll(Caller caller, List<NewEntry> entries) {
    journal.insertAll(caller.userId(), entries);
  }

  /**
   * Returns those of some codes that a currency cannot be posted to: there is no such account, it
   * is a heading or switched off, or it takes another currency.
   */
  public Set<String> unusable(Set<String> codes, Currency currency) {
    return accounts.unusable(codes, currency.code());
  }

  /**
   * Returns those of some codes that are wallets of the lender, which only their movements move.
   */
  public Set<String> ofWallets(Set<String> codes) {
    return accounts.ofWallets(codes);
  }

  /**
   * Returns those of some codes that a currency cannot be posted to, or that are of another type
   * than they should be.
   */
  public Set<String> unusable(Map<String, AccountType> types, Currency currency) {
    return accounts.unusable(types, currency.code());
  }

  /**
   * Returns the balances of those of some accounts that have a line in a currency, whatever its
   * value date; positive on the side on which the account grows.
   */
  public List<Statement.Line> balances(Set<String> codes, Currency currency) {
    return balances.now(codes, currency);
  }

  /**
   * Returns the balances of those of some accounts that have a line in a currency up to a day;
   * positive on the side on which the account grows.
   *
   * @param on the last value date that counts
   */
  public List<Statement.Line> balances(Set<String> codes, LocalDate on, Currency currency) {
    return balances.of(on, currency, Basis.VALUE_DATE).stream()
        .filter(row -> codes.contains(row.code()))
        .map(row ->
            new Statement.Line(
                row.code(),
                row.name(),
                row.type(),
                new Statement.Figures(
                    row.type().growsBy() == Side.DEBIT ? row.net() : row.net().negated(), null)))
        .toList();
  }

  /**
   * Returns what an account holds for each branch and currency that ever used it.
   *
   * @param on the last value date that counts
   * @return debits less credits
   */
  public List<OfBranch> balancesByBranch(String code, LocalDate on) {
    return balances.byBranch(code, on);
  }

  /** What an account holds for a branch; positive where debits are more. */
  public record OfBranch(UUID branchId, Money net) {}

  /**
   * Returns the balance of every account that was ever used in a currency.
   *
   * @param on the last day that counts
   */
  public TrialBalance trialBalance(LocalDate on, Currency currency, Basis basis) {
    return new TrialBalance(on, currency, balances.of(on, currency, basis));
  }
}
