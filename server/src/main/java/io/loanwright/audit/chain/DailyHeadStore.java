package io.loanwright.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code audit.signed_head}. */
@Repository
class DailyHeadStore {

  private static final int FETCH = 1_000;

  private static final String SELECT =
      """
      SELECT h.business_date, h.seal, h.head, h.signed_at, h.public_key, h.signature,
             s.head AS seal_head
        FROM audit.signed_head h
        LEFT JOIN audit.seal s ON s.number = h.seal
      """;

  private static final String ALL = SELECT + " ORDER BY h.business_date";

  private static final String LAST = SELECT + " ORDER BY h.business_date DESC LIMIT 1";

  private static final String IS_SIGNED =
      "SELECT EXISTS (SELECT FROM audit.signed_head WHERE business_date >= :day)";

  private static final String IS_THERE =
      """
      SELECT EXISTS (SELECT
                       FROM audit.signed_head
                      WHERE signature = decode(:signature, 'base64'))
      """;

  private static final String APPEND =
      """
      INSERT INTO audit.signed_head (business_date, seal, head, signed_at, public_key, signature)
      VALUES (:businessDate, :seal, :head, :signedAt, :publicKey, :signature)
      """;

  private final JdbcClient jdbc;

  DailyHeadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Returns whether a head was signed on a day or later. */
  boolean isSigned(LocalDate day) {
    return jdbc.sql(IS_SIGNED).param("day", day).query(Boolean.class).single();
  }

  /** Returns whether there is a head with a signature in Base64. */
  boolean isThere(String signature) {
    return jdbc.sql(IS_THERE).param("signature", signature).query(Boolean.class).single();
  }

  Optional<DailyHead.Kept> last() {
    return jdbc.sql(LAST).query((row, _) -> kept(row)).optional();
  }

  /** Hands over all heads by their days; needs a transaction. */
  void all(Consumer<DailyHead.Kept> each) {
    jdbc.sql(ALL)
        .withFetchSize(FETCH)
        .query(row -> {
          each.accept(kept(row));
        });
  }

  void append(DailyHead head, HeadKeys.Signed by) {
    jdbc.sql(APPEND)
        .param("businessDate", head.businessDate())
        .param("seal", head.seal())
        .param("head", head.head().bytes())
        .param("signedAt", head.signedAt().atOffset(ZoneOffset.UTC))
        .param("publicKey", Base64.getDecoder().decode(by.publicKey()))
        .param("signature", Base64.getDecoder().decode(by.signature()))
        .update();
  }

  private static DailyHead.Kept kept(ResultSet row) throws SQLException {
    byte[] sealHead = row.getBytes("seal_head");
    return new DailyHead.Kept(
        new DailyHead(
            row.getObject("business_date", LocalDate.class),
            row.getLong("seal"),
            Hash.of(row.getBytes("head")),
            row.getObject("signed_at", OffsetDateTime.class).toInstant()),
        new HeadKeys.Signed(
            Base64.getEncoder().encodeToString(row.getBytes("public_key")),
            Base64.getEncoder().encodeToString(row.getBytes("signature"))),
        sealHead == null ? null : Hash.of(sealHead));
  }
}
