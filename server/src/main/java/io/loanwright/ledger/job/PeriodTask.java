package io.loanwright.ledger.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.ledger.Periods;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds up months soon after they were closed. */
@Configuration(proxyBeanMethods = false)
class PeriodTask {

  private static final Duration EVERY = Duration.ofSeconds(10);

  @Bean
  RecurringTask<Void> sealPeriods(Periods periods) {
    return Tasks.recurring("seal-periods", FixedDelay.of(EVERY))
        .execute((_, _) -> periods.sealAll());
  }
}
