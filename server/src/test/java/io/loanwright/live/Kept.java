package io.loanwright.live;

import io.loanwright.testing.Answer;
import io.loanwright.testing.Http;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Which payments a program has kept, compared with what people were told. */
final class Kept {

  private static final String PAYMENTS = "SELECT amount_minor, id FROM payment.payment";

  private final Program program;

  Kept(Program program) {
    this.program = program;
  }

  /**
   * Returns what does not fit: what was acknowledged is there once and with the id that was told,
   * what was not at most once, nothing else is there, and the books are verified. What nobody knew
   * of is then sent again, and is there once.
   */
  List<String> wrong(Counters counters) throws SQLException {
    List<String> wrong = new ArrayList<>(compare(counters));
    for (Payment payment : counters.payments()) {
      if (payment.acknowledged() == null && !counters.send(payment)) {
        wrong.add("cannot be sent again: " + payment);
      }
    }
    wrong.addAll(compare(counters));
    long differences = differences();
    if (differences != 0) {
      wrong.add("the books have " + differences + " differences");
    }
    return wrong;
  }

  private List<String> compare(Counters counters) throws SQLException {
    List<String> wrong = new ArrayList<>();
    Map<Long, List<UUID>> kept = read();
    for (Payment payment : counters.payments()) {
      List<UUID> ids = kept.getOrDefault(payment.cents(), List.of());
      UUID told = payment.acknowledged();
      boolean fits = told == null ? ids.size() <= 1 : ids.equals(List.of(told));
      if (!fits) {
        wrong.add(payment + " is kept as " + ids);
      }
      kept.remove(payment.cents());
    }
    kept.forEach((cents, ids) -> wrong.add("nobody paid " + cents + ", kept as " + ids));
    return wrong;
  }

  private Map<Long, List<UUID>> read() throws SQLException {
    Map<Long, List<UUID>> kept = new HashMap<>();
    try (Connection connection = program.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(PAYMENTS)) {
      while (rows.next()) {
        kept.computeIfAbsent(rows.getLong(1), _ -> new ArrayList<>())
            .add(rows.getObject(2, UUID.class));
      }
    }
    return kept;
  }

  private long differences() {
    Http http = program.administrator();
    http.post("/api/ledger/verification").expect(202);
    Answer done =
        Awaitility.await()
            .atMost(Duration.ofMinutes(5))
            .until(
                () -> http.get("/api/ledger/verification").expect(200),
                answer -> !answer.text("/last/status").equals("RUNNING"));
    return done.json().at("/last/verdict/differences").asLong(-1);
  }
}
