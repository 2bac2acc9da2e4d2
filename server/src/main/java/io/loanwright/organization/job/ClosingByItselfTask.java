package io.loanwright.organization.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.organization.ClosingByItself;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often whether days are to be closed by the program, on whichever instance gets there. */
@Configuration(proxyBeanMethods = false)
class ClosingByItselfTask {

  private static final Duration EVERY = Duration.ofSeconds(20);

  @Bean
  RecurringTask<Void> closeDaysByThemselves(ClosingByItself closing, Clock clock) {
    return Tasks.recurring("close-by-itself", FixedDelay.of(EVERY))
        .execute((_, _) -> closing.begin(clock.instant()));
  }
}
