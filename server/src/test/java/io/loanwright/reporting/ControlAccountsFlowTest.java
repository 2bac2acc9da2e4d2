package io.loanwright.reporting;

import static io.loanwright.reporting.OwnBranch.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.borrower.Borrowers;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.Ledger;
import io.loanwright.ledger.Line;
import io.loanwright.ledger.NewEntry;
import io.loanwright.ledger.Source;
import io.loanwright.loan.Commands;
import io.loanwright.loan.Lending;
import io.loanwright.loan.Loans;
import io.loanwright.loan.Outcome;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.web.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Loans and wallets one by one, and the accounts that stand for all of them. */
@FlowTest
class ControlAccountsFlowTest {

  private static final String PATH = "/api/reports/control-accounts?currency=";

  private final People people;
  private final OwnBranch branch;
  private final Http accountant;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final Loans loans;

  ControlAccountsFlowTest(
      People people,
      Borrowers borrowers,
      Ledger ledger,
      TransactionTemplate transaction,
      Loans loans) {
    this.people = people;
    this.branch = OwnBranch.open(people, borrowers);
    this.accountant = people.as("ACCOUNTANT");
    this.ledger = ledger;
    this.transaction = transaction;
    this.loans = loans;
  }

  @Test
  void bothSidesAreTheSameThroughALoansLife() {
    UUID borrower = branch.borrower("Sani");
    assertThat(figures("DZD", 0)).containsExactly("0.00", "0.00", "0.00");

    UUID loan = branch.loanAt("24", borrower, "DZD", "60000.00", "2026-01-05");
    assertThat(figures("DZD", 0)).containsExactly("60000.00", "60000.00", "0.00");

    UUID other = branch.loan(borrower, "DZD", "1000.00", "2026-02-05");
    branch.application(borrower, "DZD", "9000.00");
    branch.reverse(branch.pay(loan, "5000.00", TODAY).id());
    branch.pay(other, "1070.00", "2026-02-20");

    assertThat(figures("DZD", 0)).containsExactly("60000.00", "60000.00", "0.00");
    assertThat(figures("DZD", 1)).containsExactly("70.00", "70.00", "0.00");
    Answer answer = accountant.get(PATH + "DZD").expect(200);
    assertThat(answer.text("/controls/0/kept")).isEqualTo("LOAN_PRINCIPAL");
    assertThat(answer.text("/controls/0/accounts/0/code")).isEqualTo("1210");
    assertThat(answer.text("/controls/1/accounts/0/code")).isEqualTo("2110");
    assertThat(answer.text("/on")).isEqualTo(TODAY);
  }

  @Test
  void whatIsBookedBesideTheLoansIsADifference() {
    branch.loan(branch.borrower("Sara"), "MAD", "600.00", "2026-01-05");
    Money stray = Money.of("12.50", Currency.of("MAD"));
    NewEntry entry =
        new NewEntry(
            Ids.next(),
            LocalDate.parse(TODAY),
            branch.id(),
            "Booked by hand",
            new Source("test", Ids.next()),
            null,
            List.of(Line.debit("1210", stray, null), Line.credit("1110", stray, null)));

    transaction.executeWithoutResult(_ -> ledger.post(Caller.system("test"), entry));

    assertThat(figures("MAD", 0)).containsExactly("600.00", "612.50", "12.50");
    assertThat(accountant.get("/api/exports/control-accounts.csv?currency=MAD").body())
        .contains("Principal owed,1210,MAD,600.00,612.50,12.50");
    Answer apart = accountant.get("/api/reports/control-accounts/loans?currency=MAD").expect(200);
    assertThat(apart.json().at("/loans")).isEmpty();
    assertThat(apart.text("/rest")).isEqualTo("12.50");
  }

  @Test
  void aDayThatIsPastHasTheLoansAsTheyWereThen() {
    UUID borrower = branch.borrower("Tala");
    UUID loan = branch.loanAt("24", borrower, "LAK", "60000.00", "2026-01-05");
    branch.pay(loan, "5000.00", "2026-02-05");
    branch.reverse(branch.pay(loan, "700.00", "2026-02-10").id());
    UUID repaid = branch.loan(borrower, "LAK", "1000.00", "2026-01-20");
    branch.pay(repaid, "1070.00", "2026-02-20");

    for (String day :
        List.of("2026-01-05", "2026-01-19", "2026-02-04", "2026-02-12", "2026-02-28")) {
      Answer answer = accountant.get(PATH + "LAK&on=" + day).expect(200);
      assertThat(answer.text("/on")).isEqualTo(day);
      for (int place = 0; place < 3; place++) {
        assertThat(answer.text("/controls/" + place + "/difference")).as(day).isEqualTo("0.00");
      }
    }
    assertThat(accountant.get(PATH + "LAK&on=2026-02-04").text("/controls/0/subLedger"))
        .isEqualTo("61000.00");
    assertThat(accountant.get(PATH + "LAK&on=2026-02-25").text("/controls/1/subLedger"))
        .isEqualTo("70.00");
    assertThat(accountant.get(PATH + "LAK").expect(200).text("/controls/3/kept"))
        .isEqualTo("INTEREST_RECEIVABLE");
    accountant.get(PATH + "LAK&on=2026-03-03").expectProblem(400, "invalid");
    accountant.get(PATH + "LAK&on=1999-12-31").expectProblem(400, "invalid");
    accountant
        .get("/api/exports/control-accounts.csv?currency=LAK&on=1999-12-31")
        .expectProblem(400, "invalid");
  }

  @Test
  void aLoanInArrearsOwesNothingBeforeItWasTakenOver() {
    branch.loan(branch.borrower("Pita"), "WST", "1000.00", "2026-01-05");
    LocalDate opened = LocalDate.parse("2026-02-20");
    Lending lending = new Lending(people);
    UUID product = lending.product(Map.of("currency", "WST"));
    Commands.Open command =
        new Commands.Open(
            new Commands.Apply(lending.borrower(), product, "1200.00", null, null, null),
            LocalDate.of(2025, 11, 2),
            opened,
            "600.00",
            new Commands.Paid("600.00", "30.00", "0.00", "0.00"),
            false,
            LocalDate.of(2026, 2, 2));
    assertThat(loans.open(Caller.system("import"), command)).isInstanceOf(Outcome.Done.class);

    Answer before = accountant.get(PATH + "WST&on=2026-02-10").expect(200);
    assertThat(before.text("/controls/0/subLedger")).isEqualTo("1000.00");
    assertThat(before.text("/controls/0/difference")).isEqualTo("0.00");
    Answer since = accountant.get(PATH + "WST&on=2026-02-20").expect(200);
    assertThat(since.text("/controls/0/subLedger")).isEqualTo("1600.00");
    assertThat(since.text("/controls/0/difference")).isEqualTo("0.00");
  }

  @Test
  void nonsenseIsRefusedByName() {
    accountant.get(PATH + "QQQ").expectProblem(400, "invalid");
    people.as("MANAGER").get(PATH + "EUR").expectProblem(403, "forbidden");
  }

  /** Sub-ledger, control account and difference. */
  private List<String> figures(String currency, int place) {
    Answer answer = accountant.get(PATH + currency).expect(200);
    String control = "/controls/" + place;
    return List.of(
        answer.text(control + "/subLedger"),
        answer.text(control + "/control"),
        answer.text(control + "/difference"));
  }
}
