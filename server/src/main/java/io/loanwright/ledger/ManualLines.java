package io.loanwright.ledger;

import io.loanwright.ledger.ManualEntryOutcome.RefusedLine;
import io.loanwright.ledger.ManualEntryOutcome.Why;
import io.loanwright.ledger.store.AccountStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which accounts take lines that somebody writes by hand. */
@Component
class ManualLines {

  private final AccountStore accounts;
  private final ControlAccounts control;

  ManualLines(AccountStore accounts, ControlAccounts control) {
    this.accounts = accounts;
    this.control = control;
  }

  /** Returns the accounts that can be chosen, in the order of codes. */
  List<Account> choice() {
    Set<String> controls = control.codes();
    return accounts.all().stream()
        .filter(account -> why(account, account.currency(), controls).isEmpty())
        .toList();
  }

  /** Returns why some lines cannot be written, or nothing if their accounts take them. */
  Optional<ManualEntryOutcome> refusal(List<Line> lines) {
    List<RefusedLine> refused = refused(lines);
    return refused.isEmpty()
        ? Optional.empty()
        : Optional.of(new ManualEntryOutcome.AccountsRefused(refused));
  }

  private List<RefusedLine> refused(List<Line> lines) {
    Set<String> controls = control.codes();
    Map<String, Account> byCode =
        accounts.all().stream().collect(Collectors.toMap(Account::code, Function.identity()));
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(index -> {
          Line line = lines.get(index);
          String currency = line.amount().currency().code();
          return why(byCode.get(line.accountCode()), currency, controls)
              .map(why -> new RefusedLine(index, line.accountCode(), why))
              .stream();
        })
        .toList();
  }

  private static Optional<Why> why(
      @Nullable Account account, @Nullable String currency, Set<String> controls) {
    if (account == null) {
      return Optional.of(Why.UNKNOWN);
    }
    if (account.header()) {
      return Optional.of(Why.HEADING);
    }
    if (!account.active()) {
      return Optional.of(Why.OUT_OF_USE);
    }
    if (account.currency() != null && !account.currency().equals(currency)) {
      return Optional.of(Why.OTHER_CURRENCY);
    }
    return controls.contains(account.code()) ? Optional.of(Why.CONTROL) : Optional.empty();
  }
}
