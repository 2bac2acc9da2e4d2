package io.loanwright.collection;

import io.loanwright.borrower.spi.PersonalDataHolder;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what the work on arrears keeps of a borrower. */
@Component
@Order(3)
class ContactsAsPersonalData implements PersonalDataHolder {

  private static final String ALL =
      """
      SELECT coalesce(jsonb_agg(to_jsonb(c)
                                || jsonb_build_object(
                                     'promises', (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.id), '[]')
                                                    FROM collection.promise p
                                                   WHERE p.contact_id = c.id))
                                ORDER BY c.id), '[]')::text
        FROM collection.contact c
       WHERE c.borrower_id = :borrower
      """;

  private static final String FORGET_WORDS = "SELECT collection.forget_words(:borrower)";

  private final JdbcClient jdbc;

  ContactsAsPersonalData(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String part() {
    return "contacts";
  }

  @Override
  public String export(UUID borrowerId) {
    return jdbc.sql(ALL).param("borrower", borrowerId).query(String.class).single();
  }

  /** Blanks notes, reasons and with whom somebody talked. */
  @Override
  public void erase(UUID borrowerId) {
    jdbc.sql(FORGET_WORDS).param("borrower", borrowerId).query(row -> {});
  }
}
