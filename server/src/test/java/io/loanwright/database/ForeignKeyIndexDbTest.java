package io.loanwright.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.DbTest;
import io.loanwright.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each foreign key has an index that begins with it: without one, the rows of something are found
 * by reading the whole table, and so is whether something may be deleted. An index costs each
 * write, so a key by which nobody looks, of rows that nobody deletes, stands here with its reason.
 */
@DbTest
class ForeignKeyIndexDbTest {

  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          // The lender sets up a few.
          Map.entry("expense.category (account_code)", "few categories"),
          Map.entry("ledger.lender_wallet (branch_id)", "few wallets of the lender"),
          Map.entry("identity.invitation (branch_id)", "few of the staff are invited"),
          Map.entry("identity.user_account (branch_id)", "the staff are few, and have an index"),
          Map.entry("audit.signed_head (seal)", "a row or a few"),
          // Each kind of entry that takes others back has an index of its own.
          Map.entry("ledger.journal_entry (corrects)", "asked for by kind of entry"),
          // Found by a part of the key that has an index.
          Map.entry("loan.loan (product_id, product_version)", "found by the product"),
          Map.entry("loan.loan (terms_id)", "terms are kept, and asked for by loan"),
          Map.entry("loan.request (loan_id, event_id)", "found by the loan, or the event"),
          Map.entry("payment.payment (loan_id, id)", "found by the payment, or the loan"),
          // Nobody looks by them, and what they name is never deleted.
          Map.entry("expense.expense (wallet_id)", "wallets are closed, not deleted"),
          Map.entry("identity.invitation (user_id)", "users are disabled, not deleted"),
          Map.entry("integration.borrower_reference (import_id)", "imports are kept"),
          Map.entry("integration.loan_reference (import_id)", "imports are kept"),
          Map.entry("integration.payment_reference (import_id)", "imports are kept"),
          Map.entry("ledger.answer_about (key)", "asked for by borrower; keys are kept"),
          Map.entry("ledger.flow_sum (account_id)", "sums of days; accounts are kept"),
          Map.entry("ledger.flow_sum (pattern_id)", "sums of days; patterns are kept"),
          Map.entry("ledger.period_sum (account_id)", "sums of months; accounts are kept"),
          Map.entry("ledger.manual_entry (branch_id)", "branches are kept"),
          Map.entry("ledger.manual_entry_line (account_id)", "accounts are kept"),
          Map.entry("ledger.wallet (account_id)", "nearly all are on one account"));

  /**
   * An index of those rows alone that have a key serves as well: no other row refers to anything.
   */
  private static final String WITHOUT_INDEX =
      """
      SELECT format('%s.%s (%s)', n.nspname, c.relname,
                    (SELECT string_agg(a.attname, ', ' ORDER BY k.place)
                       FROM unnest(f.conkey) WITH ORDINALITY k (number, place)
                       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number))
        FROM pg_constraint f
        JOIN pg_class c ON c.oid = f.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE f.contype = 'f'
         AND NOT EXISTS (SELECT 1
                           FROM pg_index i
                          WHERE i.indrelid = c.oid
                            AND i.indisvalid
                            AND (i.indpred IS NULL
                                 OR pg_get_expr(i.indpred, c.oid)
                                    = (SELECT format('(%I IS NOT NULL)', a.attname)
                                         FROM pg_attribute a
                                        WHERE a.attrelid = c.oid
                                          AND a.attnum = f.conkey[cardinality(f.conkey)]))
                            AND (SELECT array_agg(x ORDER BY x)
                                   FROM unnest((i.indkey::int2[])[0:cardinality(f.conkey) - 1]) x)
                                = (SELECT array_agg(x ORDER BY x) FROM unnest(f.conkey) x))
       ORDER BY 1
      """;

  private final TestDatabase database;

  ForeignKeyIndexDbTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void eachHasOneOrAReasonWhyNot() {
    assertThat(withoutIndex()).containsExactlyInAnyOrderElementsOf(LEFT_OUT.keySet());
  }

  @Test
  void aKeyWithoutAnIndexIsSeenAndOneWithAnIndexIsNot() {
    List<String> before = withoutIndex();
    database.owner().sql("CREATE SCHEMA planted").update();
    database.owner().sql("CREATE TABLE planted.one (id int PRIMARY KEY)").update();
    String many =
        "CREATE TABLE planted.many (one_id int REFERENCES planted.one, other int, more int"
            + " REFERENCES planted.one)";
    database.owner().sql(many).update();
    database.owner().sql("CREATE INDEX ON planted.many (other, one_id)").update();
    database.owner().sql("CREATE INDEX ON planted.many (more) WHERE more IS NOT NULL").update();

    assertThat(withoutIndex()).hasSize(before.size() + 1).contains("planted.many (one_id)");

    database.owner().sql("CREATE INDEX ON planted.many (one_id, other)").update();
    assertThat(withoutIndex()).isEqualTo(before);
    database.owner().sql("DROP SCHEMA planted CASCADE").update();
  }

  private List<String> withoutIndex() {
    return database.owner().sql(WITHOUT_INDEX).query((row, _) -> row.getString(1)).list();
  }
}
