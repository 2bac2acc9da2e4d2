package io.loanwright.integration;

import static io.loanwright.integration.ImportFixtures.bytes;
import static io.loanwright.integration.ImportFixtures.done;
import static io.loanwright.integration.ImportFixtures.newSource;
import static io.loanwright.integration.ImportFixtures.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Caller;
import io.loanwright.engine.money.Currency;
import io.loanwright.integration.csv.Columns;
import io.loanwright.integration.csv.CsvRow;
import io.loanwright.integration.mapping.ImportMapping;
import io.loanwright.integration.row.ImportedLoan;
import io.loanwright.integration.row.ImportedPayment;
import io.loanwright.integration.row.LoanRows;
import io.loanwright.integration.row.PaymentRows;
import io.loanwright.integration.row.Reading;
import io.loanwright.organization.Organization;
import io.loanwright.testing.Answer;
import io.loanwright.testing.FlowTest;
import io.loanwright.testing.Http;
import io.loanwright.testing.People;
import io.loanwright.verifier.Verifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows that go in together leave what they leave one by one: every row of every table, but for ids
 * and numbers. Both ways take the same file, each under a source and in a currency of its own.
 */
@FlowTest
class ImportTogetherFlowTest {

  private static final int BATCH = 9;

  private static final String LOAN_COLUMNS =
      "loan,customer,name,email,amount,rate,term,issued,status,balance,paid,late";

  /** Of what can go wrong some of each, among rows that are in order. */
  private static final List<String> LOANS =
      List.of(
          "T,C0,Tess,,1,12,12,2025-06-15,test,1,0,",
          "L1,C1,Amina,amina@%s,1000.00,12,12,2025-06-15,ok,600.00,400.00,",
          "L2,C1,Amina,amina@%s,500.00,0,10,2025-01-15,done,0,500.00,",
          "L3,C2,Bo,bo@%s,2000.50,9.5,24,2024-03-31,lost,0,100.25,",
          "L4,C3,Cem,AMINA@%s,1000.00,12,12,2025-06-15,ok,600.00,400.00,",
          "L5,C4,Dana,,1000.00,12,12,2025-06-15,bad,600.00,400.00,",
          "L6,C4,Dana,,1000.00,12,12,2025-06-15,ok,600.00,400.00,45",
          "L6,C4,Dana,,1000.00,12,12,2025-06-15,ok,600.00,400.00,",
          "L7,C5,Ema,,1000.00,12,12,2025-06-15,ok,1600.00,0,",
          "L8,C6,Fay,fay@%s,1000.00,99999,12,2025-06-15,ok,600.00,400.00,",
          "L9,C6,Fay,fay@%s,1000.00,12,12,2025-06-15,asleep,600.00,400.00,",
          "L10,C6,Fay,fay@%s,1200.00,12,6,2025-12-15,ok,0,1200.00,",
          "L11,C2,Bo,bo@%s,900.00,12,9,2025-11-30,ok,900.00,0,",
          "L12,,Gil,,700.00,12,,2025-11-30,bad,700.00,0,",
          "L13,,Hal,,700.00,12,3,2025-12-01,ok,700.00,0,",
          "L14,,Ida,,300.00,12,3,2025-10-01,bad,300.00,0,",
          "L15,,Jon,,300.00,12,3,2025-10-01,ok,300.00,0,",
          "L16,,Kim,,99999999999999.00,12,3,2025-10-01,ok,300.00,0,",
          "L17,,Lea,,450.00,30,4,2026-03-02,ok,450.00,0,",
          "L18,C9,Max,max@%s,800.00,12,1200,2025-10-01,ok,300.00,0,",
          "L19,C9,Max,max@%s,800.00,12,5,2025-10-01,ok,300.00,0,");

  /** L12 to L19 are replayed, and L6 gets one more. L14 is paid off, which ends its default. */
  private static final List<String> PAYMENTS =
      List.of(
          "P1,L12,60.00,2025-12-30",
          "P2,L12,50.00,2025-12-10",
          "P3,L13,240.00,2026-01-01",
          "P4,L13,0.00,2026-01-01",
          "P5,L14,400.00,2025-12-01",
          "P6,L14,1.00,2025-12-02",
          "P7,L15,20.00,2025-09-01",
          "P8,L15,20.00,2026-02-01",
          "P9,L15,20.001,2026-02-01",
          "P8,L15,20.00,2026-02-01",
          "P10,L99,20.00,2026-02-01",
          "P11,L13,100.00,2026-03-02",
          "P12,L13,100.00,2025-12-15",
          "P13,L6,88.85,2026-02-20",
          "P14,L2,10.00,2026-02-20",
          "P15,L3,10.00,2026-02-20",
          "P16,L15,3000.00,2026-03-01",
          "P17,L17,10.00,2026-03-03",
          "P18,L19,90.00,2025-11-01",
          "P19,L19,90.00,2025-11-01",
          "P20,L12,5.00,2025-11-30",
          "P21,L1,33.33,2026-02-28",
          "P22,L18,1.00,2026-02-28");

  private static final Set<String> REPLAYED =
      Set.of("L12", "L13", "L14", "L15", "L16", "L17", "L18", "L19");

  private static final String MAPPING =
      """
      {"source": "%s",
       "loans": {
         "reference": {"column": "loan"},
         "borrower": {"reference": {"column": "customer"}, "name": {"column": "name"},
                      "email": {"column": "email"}},
         "terms": {
           "productId": "%s",
           "amount": {"column": "amount"}, "annualRate": {"column": "rate"},
           "repayments": {"column": "term"}, "disbursedOn": {"column": "issued"}},
         "position": {
           "on": {"constant": "2026-02-01"}, "status": {"column": "status"},
           "statuses": {"ok": "ACTIVE", "done": "CLOSED", "lost": "WRITTEN_OFF", "test": "SKIP",
                        "bad": "DEFAULTED"},
           "balance": {"column": "balance"}, "paidPrincipal": {"column": "paid"},
           "daysPastDue": {"column": "late"}}},
       "payments": {
         "reference": {"column": "id"}, "loanReference": {"column": "loan"},
         "amount": {"column": "paid"}, "on": {"column": "day"}}}
      """;

  /** What rows of a source left, without what differs between any two runs. */
  private static final Map<String, String> LEFT = new LinkedHashMap<>();

  static {
    LEFT.put(
        "borrowers",
        """
        SELECT r.reference, b.kind, b.name, split_part(b.email, '@', 1), b.branch_id, b.officer_id,
               b.status, b.version
          FROM integration.borrower_reference r
          JOIN borrower.borrower b ON b.id = r.borrower_id
         WHERE r.source = :source
        """);
    LEFT.put(
        "loans",
        """
        SELECT r.reference, b.name, to_jsonb(l) - 'id' - 'number' - 'borrower_id' - 'product_id'
                 - 'currency' - 'applied_at' - 'terms_id',
               (SELECT t.terms - 'currency' FROM loan.terms t WHERE t.id = l.terms_id)
          FROM integration.loan_reference r
          JOIN loan.loan l ON l.id = r.loan_id
          JOIN borrower.borrower b ON b.id = l.borrower_id
         WHERE r.source = :source
        """);
    LEFT.put(
        "schedules",
        """
        SELECT r.reference, to_jsonb(s) - 'loan_id'
          FROM integration.loan_reference r
          JOIN loan.schedule_version s USING (loan_id)
         WHERE r.source = :source
        """);
    LEFT.put(
        "events and splits",
        """
        SELECT r.reference, to_jsonb(e) - 'loan_id' - 'id' - 'recorded_at',
               to_jsonb(s) - 'loan_id' - 'event_id'
          FROM integration.loan_reference r
          JOIN loan.event e USING (loan_id)
          LEFT JOIN loan.event_split s ON s.loan_id = e.loan_id AND s.event_id = e.id
         WHERE r.source = :source
        """);
    LEFT.put(
        "installments",
        """
        SELECT r.reference, to_jsonb(i) - 'loan_id'
          FROM integration.loan_reference r
          JOIN loan.installment i USING (loan_id)
         WHERE r.source = :source
        """);
    LEFT.put(
        "marks and notes",
        """
        SELECT r.reference, 'mark', m.defaulted, m.marked_on::text,
               EXISTS (SELECT 1 FROM loan.event e
                        WHERE e.loan_id = m.loan_id AND e.recorded_at = m.recorded_at)
          FROM integration.loan_reference r
          JOIN loan.default_mark m USING (loan_id)
         WHERE r.source = :source
         UNION ALL
        SELECT r.reference, 'note', NULL, concat_ws(' ', u.branch_id, u.sequence,
               u.receivable_minor, u.opened_minor), NULL
          FROM integration.loan_reference r
          JOIN loan.accrual_unseen u USING (loan_id)
         WHERE r.source = :source
        """);
    LEFT.put(
        "entries",
        """
        SELECT r.reference, e.business_date, e.booked_on, e.branch_id, e.lines, e.recorded_by,
               regexp_replace(e.description, 'LN-[0-9-]+', 'LN'), e.source_type,
               p.reference, c.reference, n.line, a.code, n.side, n.amount_minor, n.business_date,
               n.loan_id = r.loan_id
          FROM integration.loan_reference r
          JOIN ledger.journal_entry e ON e.source_id = r.loan_id
          JOIN ledger.journal_line n ON n.entry_id = e.id
          JOIN ledger.account a ON a.id = n.account_id
          LEFT JOIN integration.payment_reference p ON p.payment_id = e.id
          LEFT JOIN integration.payment_reference c ON c.payment_id = e.corrects
         WHERE r.source = :source
        """);
    LEFT.put(
        "payments",
        """
        SELECT l.reference, r.reference, to_jsonb(p) - 'id' - 'loan_id' - 'loan_number'
                 - 'borrower_id' - 'receipt_number' - 'currency' - 'recorded_at',
               c.facts - 'number' - 'paymentId' - 'loanNumber' - 'takenAt'
                 #- '{money,currency}'
          FROM integration.payment_reference r
          JOIN payment.payment p ON p.id = r.payment_id
          JOIN payment.receipt c ON c.payment_id = p.id AND c.number = p.receipt_number
          JOIN integration.loan_reference l ON l.loan_id = p.loan_id
         WHERE r.source = :source
        """);
    LEFT.put(
        "wallets",
        """
        SELECT b.name, w.kind, w.balance_minor
          FROM integration.loan_reference r
          JOIN loan.loan l ON l.id = r.loan_id
          JOIN borrower.borrower b ON b.id = l.borrower_id
          JOIN ledger.wallet w ON w.owner_id = b.id
         WHERE r.source = :source
         GROUP BY b.name, w.kind, w.balance_minor
        """);
    LEFT.put(
        "trail",
        """
        SELECT coalesce(r.reference, b.reference), e.actor_name, e.action, e.result,
               e.subject_type, e.before,
               e.after - 'number' - 'borrowerId' - 'productId' - 'currency' - 'paymentId' - 'email',
               e.reason, e.branch_id, e.address
          FROM audit.event e
          LEFT JOIN integration.loan_reference r ON r.loan_id = e.subject_id
          LEFT JOIN integration.borrower_reference b ON b.borrower_id = e.subject_id
         WHERE :source IN (r.source, b.source)
        """);
    LEFT.put(
        "figures",
        """
        SELECT 'portfolio', branch_id::text, officer_id::text, status, sum(loans),
               sum(disbursed_minor), sum(outstanding_minor)
          FROM loan.portfolio_figure
         WHERE currency = :currency
         GROUP BY branch_id, officer_id, status
        HAVING (sum(loans), sum(disbursed_minor), sum(outstanding_minor)) <> (0, 0, 0)
         UNION ALL
        SELECT 'ageing', branch_id::text, unpaid_since::text, NULL, sum(loans),
               sum(outstanding_minor), 0
          FROM loan.ageing_figure
         WHERE currency = :currency
         GROUP BY branch_id, unpaid_since
        HAVING (sum(loans), sum(outstanding_minor)) <> (0, 0)
         UNION ALL
        SELECT 'due', branch_id::text, officer_id::text, due_on::text, sum(due_minor),
               sum(unpaid_minor), 0
          FROM loan.due_figure
         WHERE currency = :currency
         GROUP BY branch_id, officer_id, due_on
        HAVING (sum(due_minor), sum(unpaid_minor)) <> (0, 0)
         UNION ALL
        SELECT 'paid', branch_id::text, channel, paid_on::text, sum(payments), sum(amount_minor), 0
          FROM payment.day_figure
         WHERE currency = :currency
         GROUP BY branch_id, channel, paid_on
        """);
  }

  private final Http admin;
  private final Imports imports;
  private final Importers importers;
  private final Organization organization;
  private final JdbcClient jdbc;
  private final Verifier verifier;
  private final TransactionTemplate transaction;

  ImportTogetherFlowTest(
      People people,
      Imports imports,
      Importers importers,
      Organization organization,
      JdbcClient jdbc,
      Verifier verifier,
      PlatformTransactionManager transactions) {
    this.admin = people.administrator();
    this.imports = imports;
    this.importers = importers;
    this.organization = organization;
    this.jdbc = jdbc;
    this.verifier = verifier;
    this.transaction = new TransactionTemplate(transactions);
  }

  @ParameterizedTest
  @CsvSource({"CASH, SEK, CHF", "ACCRUAL, DKK, PLN"})
  void rowsLeaveTheSameTogetherAndOneByOne(String accounting, String one, String other) {
    Run together = new Run(accounting, one);
    Run oneByOne = new Run(accounting, other);

    List<String> saidTogether =
        together.take(
            (context, rows) -> importers.loansTogether().take(context, together.productId, rows),
            (context, rows) -> importers.paymentsTogether().take(context, rows));
    List<String> saidOneByOne =
        oneByOne.take(
            (context, rows) -> importers.loans().take(context, oneByOne.productId, rows),
            (context, rows) -> importers.payments().take(context, rows));

    assertThat(saidTogether).isEqualTo(saidOneByOne);
    LEFT.forEach((what, sql) -> {
      List<String> left = together.left(sql);
      assertThat(left).as(what).isEqualTo(oneByOne.left(sql));
      if (!what.startsWith("marks")) {
        assertThat(left).as(what).isNotEmpty();
      }
    });
    assertThat(verifier.verify().first()).isEmpty();
  }

  private interface Taking<T> {
    Batch take(ImportContext context, List<Reading<T>> rows);
  }

  /** A way to take the rows, with what it is known by. */
  private final class Run {

    private final String currency;
    private final UUID productId;
    private final ImportMapping mapping;
    private final UUID importId;

    Run(String accounting, String currency) {
      this.currency = currency;
      this.productId = product(accounting, currency);
      String source = newSource();
      Answer begun =
          done(
              admin,
              send(
                  admin,
                  MAPPING.formatted(source, productId),
                  bytes(LOAN_COLUMNS + "\n" + LOANS.getFirst() + "\n"),
                  bytes("id,loan,paid,day\nP0,L0,1.00,2026-01-01\n"),
                  false));
      this.importId = begun.id();
      this.mapping = imports.find(importId).orElseThrow().mapping();
    }

    List<String> take(Taking<ImportedLoan> loans, Taking<ImportedPayment> payments) {
      Currency money = Currency.of(currency);
      Caller caller = Caller.system("portfolio-import");
      var today = organization.businessDate();
      LoanRows loanRows =
          new LoanRows(
              Objects.requireNonNull(mapping.loans()), columns(LOAN_COLUMNS), money, today);
      PaymentRows paymentRows =
          new PaymentRows(
              Objects.requireNonNull(mapping.payments()), columns("id,loan,paid,day"), today);
      List<String> said = new ArrayList<>();
      said.addAll(
          inBatches(
              LOANS,
              loanRows::read,
              loans,
              new ImportContext(importId, caller, mapping, money, REPLAYED)));
      said.addAll(
          inBatches(
              PAYMENTS,
              paymentRows::read,
              payments,
              new ImportContext(importId, caller, mapping, money, Set.of())));
      return said;
    }

    private <T> List<String> inBatches(
        List<String> lines,
        Function<CsvRow, Reading<T>> reader,
        Taking<T> taking,
        ImportContext context) {
      List<String> said = new ArrayList<>();
      for (int from = 0; from < lines.size(); from += BATCH) {
        List<Reading<T>> rows = new ArrayList<>();
        for (int i = from; i < Math.min(lines.size(), from + BATCH); i++) {
          String line = lines.get(i).formatted(currency.toLowerCase(Locale.ROOT));
          rows.add(reader.apply(new CsvRow(i + 2L, List.of(line.split(",", -1)))));
        }
        Batch batch = Objects.requireNonNull(transaction.execute(_ -> taking.take(context, rows)));
        said.add(batch.counts() + " " + batch.borrowers());
        batch.rejections().stream()
            .map(rejection -> rejection.row() + " " + rejection.problems())
            .sorted()
            .forEach(said::add);
        batch.sums().totals().forEach(total -> said.add(total.toString()));
      }
      return said.stream()
          .map(line -> line.replace(currency, "CUR"))
          .map(line -> line.replace(currency.toLowerCase(Locale.ROOT), "cur"))
          .map(line -> line.replace(mapping.source(), "source"))
          .toList();
    }

    List<String> left(String sql) {
      String all = "SELECT found::text AS text FROM (" + sql + ") AS found";
      return jdbc.sql("SELECT text FROM (" + all + ") AS rows ORDER BY text")
          .param("source", mapping.source())
          .param("currency", currency)
          .query((row, _) -> row.getString("text"))
          .list();
    }
  }

  private static Columns columns(String names) {
    return new Columns(List.of(names.split(",", -1)));
  }

  private UUID product(String accounting, String currency) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "Product " + UUID.randomUUID());
    fields.put("currency", currency);
    fields.put("annualRate", "12");
    fields.put("interestPeriod", "SAME_AS_REPAYMENT_PERIOD");
    fields.put("repayments", 12);
    fields.put("unit", "MONTHS");
    fields.put("approvalSteps", List.of());
    fields.put("accounting", accounting);
    return admin.post("/api/products", fields).expect(201).id();
  }
}
