package io.loanwright.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Empties the outbox every few seconds, on whichever instance gets there first. */
@Configuration(proxyBeanMethods = false)
class OutboxTask {

  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration WIPE_EVERY = Duration.ofMinutes(10);
  private static final int MESSAGES_A_RUN = 100;

  @Bean
  RecurringTask<Void> deliverMail(Outbox outbox) {
    return Tasks.recurring("deliver-mail", FixedDelay.of(EVERY))
        .execute((_, _) -> {
          if (outbox.delivers()) {
            outbox.deliver(MESSAGES_A_RUN);
          }
        });
  }

  @Bean
  RecurringTask<Void> wipeKeptMail(Outbox outbox) {
    return Tasks.recurring("wipe-kept-mail", FixedDelay.of(WIPE_EVERY))
        .execute((_, _) -> outbox.wipeKept());
  }
}
