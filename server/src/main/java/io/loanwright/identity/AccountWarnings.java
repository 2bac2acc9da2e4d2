package io.loanwright.identity;

import io.loanwright.access.Origin;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people by mail that somebody tries their accounts: of each kind once a day, so that whoever
 * guesses does not fill their mailboxes.
 */
@Component
public class AccountWarnings implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(AccountWarnings.class);
  private static final int WAITING_MAX = 1_000;
  private static final long LAST_MAILS_SECONDS = 5;

  private static final String TOLD =
      """
      INSERT INTO identity.account_warning AS w (user_id, kind, told_at)
      SELECT id, :kind, :now
        FROM identity.user_account
       WHERE id = :userId
         AND status = 'ACTIVE'
          ON CONFLICT (user_id, kind) DO UPDATE
         SET told_at = excluded.told_at
       WHERE w.told_at <= excluded.told_at - interval '1 day'
      """;

  private final JdbcClient jdbc;
  private final UserRows users;
  private final AccountMail mail;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final ThreadPoolExecutor oneByOne =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MAX),
          Thread.ofPlatform().daemon().name("account-warnings").factory());

  AccountWarnings(
      JdbcClient jdbc,
      UserRows users,
      AccountMail mail,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.users = users;
    this.mail = mail;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What somebody does. */
  public enum Kind {
    /** Types wrong passwords until he has to wait. */
    PASSWORD_GUESSED,
    /** Knows the password, and types wrong codes until he has to wait. */
    CODES_GUESSED,
    /** Shows a code that was taken before. */
    CODE_USED_TWICE
  }

  /** Tells a user, in the caller's transaction where there is one; not who is disabled. */
  public void tell(UUID userId, Kind kind, Origin origin) {
    transaction.executeWithoutResult(_ -> {
      if (isNews(userId, kind)) {
        users.find(userId).ifPresent(user -> send(user, kind, origin));
      }
    });
  }

  /**
   * Tells a user after whoever tries has had his answer, so that this takes no longer for a login
   * that is somebody's.
   */
  public void tellLater(UUID userId, Kind kind, Origin origin) {
    try {
      oneByOne.execute(() -> tellOrLog(userId, kind, origin));
    } catch (RejectedExecutionException _) {
      LOG.warn("Very many accounts are tried at once; somebody is not told");
    }
  }

  private void tellOrLog(UUID userId, Kind kind, Origin origin) {
    try {
      tell(userId, kind, origin);
    } catch (RuntimeException e) {
      LOG.error("A mail to somebody whose account is tried could not be prepared", e);
    }
  }

  private boolean isNews(UUID userId, Kind kind) {
    return jdbc.sql(TOLD)
            .param("userId", userId)
            .param("kind", kind.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private void send(UserAccount user, Kind kind, Origin origin) {
    switch (kind) {
      case PASSWORD_GUESSED -> mail.passwordGuessed(user, origin);
      case CODES_GUESSED -> mail.codesGuessed(user, origin);
      case CODE_USED_TWICE -> mail.codeUsedTwice(user, origin);
    }
  }

  @Override
  public void destroy() {
    oneByOne.shutdown();
    try {
      if (!oneByOne.awaitTermination(LAST_MAILS_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Somebody whose account is tried is not told, as the program ends");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
