package io.loanwright.notification.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.notification.Reminders;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails reminders soon after a close, on whichever instance gets there first. */
@Configuration(proxyBeanMethods = false)
class ReminderTask {

  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int TIMES = 50;

  @Bean
  RecurringTask<Void> mailReminders(Reminders reminders) {
    return Tasks.recurring("mail-reminders", FixedDelay.of(EVERY))
        .execute((_, _) -> {
          int times = 0;
          while (times < TIMES && reminders.mailSome()) {
            times++;
          }
        });
  }
}
