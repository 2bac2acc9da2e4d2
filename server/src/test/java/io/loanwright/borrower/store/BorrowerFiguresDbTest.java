package io.loanwright.borrower.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.access.Reach;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Particulars;
import io.loanwright.testing.DbTest;
import io.loanwright.web.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The count of borrowers that is kept is the one that counting them gives. */
@DbTest
class BorrowerFiguresDbTest {

  private static final String COUNTED =
      """
      SELECT branch_id, officer_id, count(*)::numeric AS borrowers
        FROM borrower.borrower
       GROUP BY branch_id, officer_id
       ORDER BY branch_id, officer_id
      """;

  private static final String KEPT =
      """
      SELECT branch_id, officer_id, sum(borrowers) AS borrowers
        FROM borrower.borrower_figure
       GROUP BY branch_id, officer_id
      HAVING sum(borrowers) <> 0
       ORDER BY branch_id, officer_id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final BorrowerStore store;
  private final BorrowerFigures figures;
  private final List<UUID> branches = List.of(Ids.next(), Ids.next());
  private final UUID officer = Ids.next();

  BorrowerFiguresDbTest(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.store = new BorrowerStore(jdbc);
    this.figures = new BorrowerFigures(jdbc);
    for (UUID branch : branches) {
      jdbc.sql("INSERT INTO organization.branch (id, code, name) VALUES (:id, :code, 'Branch')")
          .param("id", branch)
          .param("code", branch.toString())
          .update();
    }
    jdbc.sql(
            """
            INSERT INTO identity.user_account (id, name, email, password_hash, role, status)
            VALUES (:id, 'Officer', :email, 'x', 'FIELD_OFFICER', 'ACTIVE')
            """)
        .param("id", officer)
        .param("email", officer + "@loanwright.test")
        .update();
  }

  @Test
  void itIsRightAfterWhateverHappensToBorrowers() {
    Random random = new Random(20260302);
    List<UUID> made = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      if (made.isEmpty() || random.nextInt(3) == 0) {
        made.add(register(random));
      } else {
        change(made.get(random.nextInt(made.size())), random);
      }
      if (random.nextInt(10) == 0) {
        store.erase(made.get(random.nextInt(made.size())));
      }
      if (random.nextInt(20) == 0) {
        figures.putTogether();
      }
      assertThat(rows(KEPT)).as("step %d", step).isEqualTo(rows(COUNTED));
    }

    figures.putTogether();

    assertThat(rows(KEPT)).isEqualTo(rows(COUNTED));
    assertThat(jdbc.sql("SELECT count(*) FROM borrower.count_change").query(Long.class).single())
        .as("rows left: one of each branch and officer")
        .isEqualTo(
            jdbc.sql("SELECT count(DISTINCT (branch_id, officer_id)) FROM borrower.count_change")
                .query(Long.class)
                .single());
  }

  @Test
  void whoIsRefusedOrRolledBackIsNotCounted() {
    Random random = new Random(1);
    UUID first = register(random);
    List<Map<String, @Nullable Object>> before = rows(KEPT);

    transaction.executeWithoutResult(status -> {
      register(random);
      status.setRollbackOnly();
    });
    boolean again =
        store
            .insert(
                first,
                Particulars.ofPerson("The same id"),
                new BorrowerStore.Assignment(branches.getFirst(), null, null),
                Borrower.Status.ACTIVE)
            .isPresent();

    assertThat(again).isFalse();
    assertThat(rows(KEPT)).isEqualTo(before);
  }

  private UUID register(Random random) {
    UUID id = Ids.next();
    return store
        .insert(
            id,
            Particulars.ofPerson("Borrower " + id),
            new BorrowerStore.Assignment(
                branches.get(random.nextInt(2)), random.nextBoolean() ? officer : null, null),
            Borrower.Status.ACTIVE)
        .orElseThrow()
        .id();
  }

  private void change(UUID id, Random random) {
    transaction.executeWithoutResult(_ -> {
      Borrower now = store.lock(id, Reach.everything()).orElseThrow();
      store.update(
          new Borrower(
              now.id(),
              now.number(),
              now.particulars(),
              branches.get(random.nextInt(2)),
              random.nextBoolean() ? officer : null,
              now.userId(),
              now.status(),
              now.createdAt(),
              now.version()));
    });
  }

  private List<Map<String, @Nullable Object>> rows(String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }
}
