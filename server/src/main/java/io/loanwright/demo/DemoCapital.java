package io.loanwright.demo;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.ManualDecisions;
import io.loanwright.ledger.ManualDraft;
import io.loanwright.ledger.ManualEntries;
import io.loanwright.ledger.ManualEntry;
import io.loanwright.ledger.ManualEntryOutcome;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the owners of the demo paid in before it lent anything. */
@Component
class DemoCapital {

  private static final String AMOUNT = "2000000";
  private static final String CASH = "1110";
  private static final String CAPITAL = "3100";

  private final ManualEntries entries;
  private final ManualDecisions decisions;

  DemoCapital(ManualEntries entries, ManualDecisions decisions) {
    this.entries = entries;
    this.decisions = decisions;
  }

  /** Writes it into the books of each branch: the accountant drafts, the branch's manager posts. */
  void payIn(DemoStaff.Team team, LocalDate on, Currency currency) {
    team.desks().forEach(desk -> payIn(team, desk, on, Money.of(AMOUNT, currency)));
  }

  private void payIn(DemoStaff.Team team, DemoStaff.Desk desk, LocalDate on, Money amount) {
    ManualDraft draft =
        new ManualDraft(
            on,
            desk.branch().id(),
            amount.currency(),
            "Capital paid in",
            "The owners' money to lend",
            List.of(Line.debit(CASH, amount, null), Line.credit(CAPITAL, amount, null)));
    ManualEntry drafted = kept(entries.draft(team.accountant(), draft));
    kept(decisions.approve(desk.manager(), drafted.id()));
  }

  private static ManualEntry kept(ManualEntryOutcome outcome) {
    return switch (outcome) {
      case ManualEntryOutcome.Kept(ManualEntry entry) -> entry;
      case ManualEntryOutcome refused -> throw new IllegalStateException(refused.toString());
    };
  }
}
