package io.loanwright.notification;

import io.loanwright.access.Reach;
import io.loanwright.audit.TrailErasure.Thing;
import io.loanwright.borrower.Borrower;
import io.loanwright.borrower.Borrowers;
import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.mail.KeptMails;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells which reminders there are of a borrower; those that were mailed went to his address. */
@Component
@Order(4)
class RemindersAsPersonalData implements PersonalDataHolder {

  private static final String ALL =
      """
      SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.id), '[]')::text
        FROM notification.message m
       WHERE m.borrower_id = :borrower
      """;

  private final JdbcClient jdbc;
  private final Borrowers borrowers;
  private final KeptMails mails;

  RemindersAsPersonalData(JdbcClient jdbc, Borrowers borrowers, KeptMails mails) {
    this.jdbc = jdbc;
    this.borrowers = borrowers;
    this.mails = mails;
  }

  @Override
  public String part() {
    return "reminders";
  }

  @Override
  public String export(UUID borrowerId) {
    return jdbc.sql(ALL).param("borrower", borrowerId).query(String.class).single();
  }

  /** Deletes mail to him, also what waits; the messages have no name in them. */
  @Override
  public void erase(UUID borrowerId) {
    address(borrowerId).ifPresent(mails::forget);
  }

  /** Who read mail to him is in the trail with his address. */
  @Override
  public List<Thing> traces(UUID borrowerId) {
    return address(borrowerId).stream()
        .flatMap(address -> mails.to(address).stream())
        .map(id -> new Thing("mail", id, null))
        .toList();
  }

  private Optional<String> address(UUID borrowerId) {
    return borrowers
        .find(borrowerId, Reach.everything())
        .map(Borrower::particulars)
        .flatMap(known -> Optional.ofNullable(known.email()));
  }
}
