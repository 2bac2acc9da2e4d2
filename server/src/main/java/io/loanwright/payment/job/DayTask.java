package io.loanwright.payment.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.payment.store.DayFigures;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the figures of days short, on whichever instance gets there first. */
@Configuration(proxyBeanMethods = false)
class DayTask {

  private static final Duration EVERY = Duration.ofMinutes(1);

  @Bean
  RecurringTask<Void> addPaymentsOfDaysUp(DayFigures figures) {
    return Tasks.recurring("payment-days", FixedDelay.of(EVERY)).execute((_, _) -> figures.addUp());
  }
}
