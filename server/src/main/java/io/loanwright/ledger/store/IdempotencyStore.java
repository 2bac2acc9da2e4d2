package io.loanwright.ledger.store;

import io.loanwright.together.Columns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of commands and their first answers. */
@Repository
public class IdempotencyStore {

  /**
   * Waits while another transaction that has the key is at work; adds nothing if that commits. Who
   * shares a transaction with others has locks on what these change, so nobody may wait for a key
   * that they add at the end: all who use a key take its advisory lock before.
   */
  private static final String CLAIM =
      """
      INSERT INTO ledger.idempotency_key (key, request_hash)
      SELECT :key, :hash
        FROM pg_advisory_xact_lock(7302115, hashtext(:key))
      ON CONFLICT (key) DO NOTHING
      """;

  private static final String FREE =
      """
      SELECT k.key
        FROM unnest(:keys::text[]) AS k (key)
       WHERE NOT EXISTS (SELECT 1 FROM ledger.idempotency_key i WHERE i.key = k.key)
         AND pg_try_advisory_xact_lock(7302115, hashtext(k.key))
      """;

  private static final String KEEP =
      """
      UPDATE ledger.idempotency_key
         SET status = :status, body = :body
       WHERE key = :key
      RETURNING request_hash, status, body
      """;

  private static final String INSERT =
      """
      INSERT INTO ledger.idempotency_key (key, request_hash, status, body)
      SELECT k.*
        FROM unnest(:keys::text[], :hashes::text[], :statuses::smallint[], :bodies::text[]) AS k
       ORDER BY 1
      ON CONFLICT (key) DO NOTHING
      """;

  private static final String ANSWER =
      """
      SELECT request_hash, status, body
        FROM ledger.idempotency_key
       WHERE key = :key
      """;

  private static final String IS_ABOUT =
      "INSERT INTO ledger.answer_about (borrower_id, key) VALUES (:borrowerId, :key)";

  /**
   * The words of {@code LoanResponse} and {@code LoanRequestResponse}; who applied may be the
   * borrower himself.
   */
  private static final String FORGET =
      """
      UPDATE ledger.idempotency_key k
         SET body = (
               SELECT json_object_agg(
                        field.key,
                        CASE
                          WHEN field.key IN ('borrowerName', 'appliedByName')
                            THEN to_json('erased'::text)
                          WHEN field.key = 'purpose' THEN 'null'::json
                          WHEN field.key IN ('reason', 'endedReason', 'decisionReason')
                               AND json_typeof(field.value) = 'string'
                            THEN to_json('erased'::text)
                          WHEN field.key = 'approvals'
                            THEN (SELECT coalesce(json_agg(
                                           (SELECT json_object_agg(
                                                     part.key,
                                                     CASE WHEN part.key = 'note' THEN 'null'::json
                                                          ELSE part.value END)
                                              FROM json_each(step) AS part)), '[]')
                                    FROM json_array_elements(field.value) AS step)
                          ELSE field.value
                        END)::text
                 FROM json_each(k.body::json) AS field)
        FROM ledger.answer_about a
       WHERE a.borrower_id = :borrowerId
         AND k.key = a.key
      """;

  private final JdbcClient jdbc;

  IdempotencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A command that was answered.
   *
   * @param requestHash SHA-256 of the command in canonical form, in hexadecimal
   * @param status the HTTP status of the answer
   * @param body the answer as JSON
   */
  public record Kept(String requestHash, int status, String body) {}

  /**
   * A key and what was answered to its command.
   *
   * @param answer what whoever repeats it gets
   */
  public record Answered(String key, Kept answer) {}

  /** Takes those of some keys that nobody has used or is using, and waits for nobody. */
  public Set<String> claimFree(Collection<String> keys) {
    return new HashSet<>(
        jdbc.sql(FREE)
            .param("keys", keys.toArray(String[]::new))
            .query((row, _) -> row.getString("key"))
            .list());
  }

  /**
   * Keeps commands that were carried out with their answers, under keys that are taken.
   *
   * @return false if a key was used before; the caller rolls back what was done for it
   */
  public boolean insert(List<Answered> answered) {
    Columns<Answered> rows = new Columns<>(answered);
    return jdbc.sql(INSERT)
            .param("keys", rows.texts(Answered::key))
            .param("hashes", rows.texts(row -> row.answer().requestHash()))
            .param("statuses", rows.longs(row -> row.answer().status()))
            .param("bodies", rows.texts(row -> row.answer().body()))
            .update()
        == answered.size();
  }

  /** Takes a key for the transaction; false if it was used before. */
  public boolean claim(String key, String requestHash) {
    return jdbc.sql(CLAIM).param("key", key).param("hash", requestHash).update() == 1;
  }

  /** Keeps the answer under a key that was claimed in the same transaction. */
  public Kept keep(String key, int status, String body) {
    return jdbc.sql(KEEP)
        .param("key", key)
        .param("status", status)
        .param("body", body)
        .query((row, _) ->
            new Kept(row.getString("request_hash"), row.getInt("status"), row.getString("body")))
        .single();
  }

  /** Notes whom the answer under a key names. */
  public void isAbout(String key, UUID borrowerId) {
    jdbc.sql(IS_ABOUT).param("borrowerId", borrowerId).param("key", key).update();
  }

  /** Takes what says who a borrower was out of the answers that name him. */
  public void forget(UUID borrowerId) {
    jdbc.sql(FORGET).param("borrowerId", borrowerId).update();
  }

  /** Returns the answer under a key that was used before. */
  public Kept answer(String key) {
    return jdbc.sql(ANSWER)
        .param("key", key)
        .query((row, _) ->
            new Kept(row.getString("request_hash"), row.getInt("status"), row.getString("body")))
        .single();
  }
}
