package io.loanwright.audit.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.loanwright.audit.Sealing;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals a few seconds behind those who write, on whichever instance gets there. */
@Configuration(proxyBeanMethods = false)
class ContinuousSealing {

  private static final Duration PAUSE = Duration.ofSeconds(5);

  @Bean
  RecurringTask<Void> sealRecords(Sealing sealing) {
    return Tasks.recurring("seal-records", Schedules.fixedDelay(PAUSE))
        .execute((_, _) -> sealing.sealAll());
  }
}
