package io.loanwright.arrears.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.arrears.WorkAfterClose;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets another instance share in the work of a close that one instance was asked for. */
@Configuration(proxyBeanMethods = false)
class ClosingTask {

  private static final Duration EVERY = Duration.ofSeconds(5);

  @Bean
  RecurringTask<Void> helpToFinishDays(WorkAfterClose work) {
    return Tasks.recurring("close-of-day", FixedDelay.of(EVERY)).execute((_, _) -> work.help());
  }
}
