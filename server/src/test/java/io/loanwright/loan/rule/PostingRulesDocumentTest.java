package io.loanwright.loan.rule;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.terms.ChargeKind;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.PostingRole;
import io.loanwright.loan.Channel;
import io.loanwright.loan.EventSplit;
import io.loanwright.loan.Happening;
import io.loanwright.loan.OpeningPosition;
import io.loanwright.product.Accounting;
import io.loanwright.testing.Golden;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The page about the posting rules says what the rules do, since they write it. */
class PostingRulesDocumentTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final Money NONE = Money.zero(EUR);
  private static final Money SOME = new Money(100, EUR);

  private static final String HEAD =
      """
      # Posting rules

      Which accounts each event of a loan moves, with cash accounting; with accrual accounting what differs is below. This page is written by the rules themselves, in `PostingRulesDocumentTest`.

      An event is posted part by part: the lines of all its parts are one entry, which balances in itself, with the id of the event. A rule names roles, and the product says which account
      plays each; the number is the account of the first chart. What a later event changes of an earlier split is posted by the same rules, as the difference, on the day from which it
      counts, in an entry that names the one it corrects.

      | event | part | debit | credit |
      | --- | --- | --- | --- |
      """;

  private static final String FOOT =
      """

      What is not an event of a loan: money put into a wallet is a debit of the role of its channel and a credit of `BORROWER_WALLETS`, and the other way round where it is taken back or paid out;
      the [wallets of the lender](../using/wallets.md) are accounts by themselves: a payout that names one credits it in the place of `CASH`, a transfer debits the one and credits the other,
      money from outside debits the wallet and credits the role of its channel, and an [expense](../using/expenses.md) debits the account of its category and credits the wallet; and
      [entries by hand](../using/manual-entries.md) are what two people agree on.

      ## With accrual accounting

      Interest that is paid goes to what is receivable, whether it has accrued by then or not; the [close of each day](../concepts/accrual.md) brings what is receivable to what has
      arisen and is not paid. All else is posted as above.

      | event | part | debit | credit |
      | --- | --- | --- | --- |
      $ACCRUAL
      | taken over from another system | interest that had arisen and was not paid | `INTEREST_RECEIVABLE` 1220 | `OPENING_BALANCE` 3900 |
      | close of a day | interest has arisen, or comes back with a loan that is performing again | `INTEREST_RECEIVABLE` 1220 | `INTEREST_INCOME` 4110 |
      | close of a day | interest of a loan that became non-performing or was written off, or that turns out not to have arisen, or was waived | `INTEREST_INCOME` 4110 | `INTEREST_RECEIVABLE` 1220 |

      ## Roles

      | role | account of the first chart | only the rules post to it |
      | --- | --- | --- |
      """;

  private final StringBuilder page = new StringBuilder(HEAD);

  @Test
  void thePageIsWhatTheRulesDo() {
    payout();
    payments();
    opening();
    servicing();
    row(
        "reversal",
        "the event that is taken back counts no more; its lines are posted the other way round",
        Map.of());
    page.append(FOOT.replace("$ACCRUAL", accrual()));
    for (PostingRole role : PostingRole.values()) {
      page.append(
          "| `%s` | %s | %s |\n".formatted(role, account(role), role.isControl() ? "yes" : ""));
    }

    Golden.assertMatches("docs/reference/posting-rules.md", page.toString(), getClass());
  }

  private void payout() {
    Happening paidOut = new Happening.Disbursement(SOME);
    row("payout", "principal", movement(paidOut, Split.zero(EUR), NONE));
    Split fees = new Split(NONE, NONE, SOME, NONE);
    row("payout", "fee that is kept back", movement(paidOut, fees, NONE));
    Happening more = new Happening.TopUp(SOME, Split.zero(EUR), null, "");
    row("top-up", "principal", movement(more, Split.zero(EUR), NONE));
    row("top-up", "fee that is kept back", movement(more, fees, NONE));
  }

  private void payments() {
    for (Channel channel : Channel.values()) {
      Happening paid = new Happening.Repayment(SOME, channel, null, null);
      String event = "payment, " + channel;
      row(event, "principal", movement(paid, new Split(SOME, NONE, NONE, NONE), NONE));
      row(event, "interest", movement(paid, new Split(NONE, SOME, NONE, NONE), NONE));
      row(event, "fees", movement(paid, new Split(NONE, NONE, SOME, NONE), NONE));
      row(event, "penalties", movement(paid, new Split(NONE, NONE, NONE, SOME), NONE));
      row(event, "more than is owed", movement(paid, Split.zero(EUR), SOME));
    }
  }

  private void servicing() {
    Happening fee = new Happening.Charge(SOME, ChargeKind.FEE, LocalDate.of(2026, 1, 2), "");
    row("charge", "income when it is paid", movement(fee, Split.zero(EUR), NONE));
    Happening waiver = new Happening.Waiver(SOME, new UUID(0, 2), "");
    row("waiver", "never was income", movement(waiver, Split.zero(EUR), NONE));
    Happening interest = new Happening.InterestWaiver(SOME, "");
    row("waiver of interest", "never was income", movement(interest, Split.zero(EUR), NONE));
    Happening writeOff = new Happening.WriteOff(SOME, "");
    row("write-off", "principal", movement(writeOff, new Split(SOME, NONE, NONE, NONE), NONE));
    row(
        "write-off",
        "interest, fees and penalties: never were income",
        movement(writeOff, new Split(NONE, SOME, SOME, SOME), NONE));
    for (Channel channel : Channel.values()) {
      Happening.Repayment paid = new Happening.Repayment(SOME, channel, null, null);
      EventSplit recovered =
          new EventSplit(new UUID(0, 1), new Split(SOME, NONE, NONE, NONE), NONE);
      row(
          "payment after a write-off, " + channel,
          "of what was given up, whatever part",
          PostingRules.recovery(paid, recovered));
    }
  }

  private void opening() {
    OpeningPosition owed =
        new OpeningPosition(SOME, LocalDate.of(2026, 1, 2), SOME, Split.zero(EUR), false, null);
    row(
        "taken over from another system",
        "principal that is owed",
        movement(new Happening.Opening(owed), Split.zero(EUR), NONE));
  }

  private static String accrual() {
    Split interest = new Split(NONE, SOME, NONE, NONE);
    return Arrays.stream(Channel.values())
        .map(channel ->
            line(
                "payment, " + channel,
                "interest",
                PostingRules.inBooks(
                    Accounting.ACCRUAL,
                    movement(new Happening.Repayment(SOME, channel, null, null), interest, NONE))))
        .collect(joining())
        .stripTrailing();
  }

  private static Map<PostingRole, Long> movement(Happening what, Split split, Money excess) {
    return PostingRules.movement(what, new EventSplit(new UUID(0, 1), split, excess));
  }

  private void row(String event, String part, Map<PostingRole, Long> movement) {
    page.append(line(event, part, movement));
  }

  private static String line(String event, String part, Map<PostingRole, Long> movement) {
    return "| %s | %s | %s | %s |\n".formatted(event, part, side(movement, 1), side(movement, -1));
  }

  private static String side(Map<PostingRole, Long> movement, int sign) {
    if (movement.isEmpty()) {
      return "nothing";
    }
    return movement.entrySet().stream()
        .filter(moved -> Long.signum(moved.getValue()) == sign)
        .map(moved -> "`%s` %s".formatted(moved.getKey(), account(moved.getKey())))
        .collect(joining(", "));
  }

  private static String account(PostingRole role) {
    return requireNonNull(ChartPreset.smallLender().get(role));
  }
}
