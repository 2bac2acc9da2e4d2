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

/** What is entered into the books of the demo by hand. */
@Component
class DemoCapital {

  private static final String AMOUNT = "2000000";
  private static final String CASH = "1110";
  private static final String CAPITAL = "3100";
  private static final String BANK = "1120";
  private static final String BANK_CHARGES = "5260";
  private static final String CHARGED = "12.50";

  private final ManualEntries entries;
  private final ManualDecisions decisions;

  DemoCapital(ManualEntries entries, ManualDecisions decisions) {
    this.entries = entries;
    this.decisions = decisions;
  }

  /** Leaves a draft of the accountant's that somebody else has to post. */
  void leaveDraft(DemoStaff.Team team, LocalDate on, Currency currency) {
    Money amount = Money.of(CHARGED, currency);
    kept(
        entries.draft(
            team.accountant(),
            new ManualDraft(
                on,
                team.desks().getFirst().branch().id(),
                currency,
                "Charges of the bank",
                "As the statement of this month says",
                List.of(Line.debit(BANK_CHARGES, amount, null), Line.credit(BANK, amount, null)))));
  }

  /**
   * Writes what the owners paid in before anything was lent into the books of each branch: the
   * accountant drafts, the branch's manager posts.
   */
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
