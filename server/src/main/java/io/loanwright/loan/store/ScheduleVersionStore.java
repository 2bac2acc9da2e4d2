package io.loanwright.loan.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.engine.money.Split;
import io.loanwright.engine.schedule.Installment;
import io.loanwright.engine.schedule.InstallmentKind;
import io.loanwright.engine.schedule.Schedule;
import io.loanwright.loan.FrozenSchedule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only rows of {@code loan.schedule_version}. */
@Repository
public class ScheduleVersionStore {

  private static final String INSERT =
      """
      INSERT INTO loan.schedule_version (loan_id, version, kind, made_on, rows)
      SELECT :loanId, coalesce(max(version), 0) + 1, :kind, :madeOn, :rows::jsonb
        FROM loan.schedule_version
       WHERE loan_id = :loanId
      """;

  private static final String LATEST =
      """
      SELECT kind, made_on, rows
        FROM loan.schedule_version
       WHERE loan_id = :loanId
         AND kind = :kind
       ORDER BY version DESC
       LIMIT 1
      """;

  private static final Pattern SPACE = Pattern.compile(" ");

  private final JdbcClient jdbc;

  ScheduleVersionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a schedule as it was shown. */
  public void freeze(UUID loanId, FrozenSchedule frozen) {
    jdbc.sql(INSERT)
        .param("loanId", loanId)
        .param("kind", frozen.kind().name())
        .param("madeOn", frozen.madeOn())
        .param("rows", json(frozen.schedule()))
        .update();
  }

  /** Returns a schedule as it is stored. */
  public static String json(Schedule schedule) {
    return StoredJson.write(Stored.of(schedule));
  }

  /** Returns the newest schedule of a kind. */
  public Optional<FrozenSchedule> latest(UUID loanId, FrozenSchedule.Kind kind, Currency currency) {
    return jdbc.sql(LATEST)
        .param("loanId", loanId)
        .param("kind", kind.name())
        .query((row, _) -> frozen(row, currency))
        .optional();
  }

  private static FrozenSchedule frozen(ResultSet row, Currency currency) throws SQLException {
    return new FrozenSchedule(
        FrozenSchedule.Kind.valueOf(row.getString("kind")),
        row.getObject("made_on", LocalDate.class),
        StoredJson.read(row.getString("rows"), Stored.class).toSchedule(currency));
  }

  /**
   * A schedule in minor units, apart from the engine's own shape.
   *
   * @param installments of schedules that were frozen before there were lines; null since
   * @param lines an installment each, its fields in the order of {@link Row} with spaces between;
   *     as objects they would be four times as long, and the database would read each name and
   *     number
   */
  private record Stored(
      long installmentMinor,
      long feesAtDisbursementMinor,
      long penaltiesAtDisbursementMinor,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Row> installments,
      @Nullable List<String> lines) {

    static Stored of(Schedule schedule) {
      return new Stored(
          schedule.installmentAmount().minor(),
          schedule.atDisbursement().fees().minor(),
          schedule.atDisbursement().penalties().minor(),
          null,
          schedule.installments().stream().map(Row::line).toList());
    }

    Schedule toSchedule(Currency currency) {
      List<Row> rows =
          installments == null
              ? Objects.requireNonNull(lines).stream().map(Row::of).toList()
              : installments;
      return new Schedule(
          currency,
          rows.stream().map(row -> row.toInstallment(currency)).toList(),
          new Money(installmentMinor, currency),
          Split.ofMinor(0, 0, feesAtDisbursementMinor, penaltiesAtDisbursementMinor, currency));
    }
  }

  private record Row(
      int number,
      InstallmentKind kind,
      LocalDate fromOn,
      LocalDate dueOn,
      long principalMinor,
      long interestMinor,
      long feesMinor,
      long penaltiesMinor,
      long balanceAfterMinor) {

    static String line(Installment row) {
      return row.number()
          + " "
          + row.kind().name()
          + " "
          + row.fromOn()
          + " "
          + row.dueOn()
          + " "
          + row.principal().minor()
          + " "
          + row.interest().minor()
          + " "
          + row.fees().minor()
          + " "
          + row.penalties().minor()
          + " "
          + row.balanceAfter().minor();
    }

    static Row of(String line) {
      List<String> fields = List.of(SPACE.split(line));
      return new Row(
          Integer.parseInt(fields.get(0)),
          InstallmentKind.valueOf(fields.get(1)),
          LocalDate.parse(fields.get(2)),
          LocalDate.parse(fields.get(3)),
          Long.parseLong(fields.get(4)),
          Long.parseLong(fields.get(5)),
          Long.parseLong(fields.get(6)),
          Long.parseLong(fields.get(7)),
          Long.parseLong(fields.get(8)));
    }

    Installment toInstallment(Currency currency) {
      return new Installment(
          number,
          kind,
          fromOn,
          dueOn,
          Split.ofMinor(principalMinor, interestMinor, feesMinor, penaltiesMinor, currency),
          new Money(balanceAfterMinor, currency));
    }
  }
}
