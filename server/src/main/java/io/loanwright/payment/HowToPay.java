package io.loanwright.payment;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the lender tells borrowers of how to pay: to which account, by which number, where. */
@Component
public class HowToPay {

  private static final String SELECT = "SELECT text, version FROM payment.how_to_pay";

  private static final String CHANGE =
      """
      UPDATE payment.how_to_pay
         SET text = :text, version = version + 1
       WHERE version = :version
      """;

  private final JdbcClient jdbc;
  private final AuditTrail trail;

  HowToPay(JdbcClient jdbc, AuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  /**
   * The words.
   *
   * @param text may name {@code {loan}}, the number of the loan; null where nothing is said
   * @param version counts the changes
   */
  public record Words(@Nullable String text, long version) {}

  /** Returns the words as they are. */
  public Words get() {
    return jdbc.sql(SELECT)
        .query((row, _) -> new Words(row.getString("text"), row.getLong("version")))
        .single();
  }

  /**
   * Replaces the words.
   *
   * @param wanted with the version that it is a change of
   * @return the words after it; nothing if somebody else has changed them since
   */
  @Transactional
  public Optional<Words> change(Caller caller, Words wanted) {
    Words before = get();
    int changed =
        jdbc.sql(CHANGE)
            .param("text", wanted.text(), Types.VARCHAR)
            .param("version", wanted.version())
            .update();
    if (changed == 0) {
      return Optional.empty();
    }
    trail.record(
        caller,
        "how_to_pay.change",
        new Subject("how_to_pay", AuditTrail.noId(), "How to pay"),
        shown(before),
        shown(wanted),
        null);
    return Optional.of(get());
  }

  private static Map<String, @Nullable String> shown(Words words) {
    Map<String, @Nullable String> shown = new LinkedHashMap<>();
    shown.put("text", words.text());
    return shown;
  }
}
