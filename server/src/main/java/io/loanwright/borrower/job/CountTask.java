package io.loanwright.borrower.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.borrower.store.BorrowerFigures;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the count of borrowers short, on whichever instance gets there first. */
@Configuration(proxyBeanMethods = false)
class CountTask {

  private static final Duration EVERY = Duration.ofMinutes(1);

  @Bean
  RecurringTask<Void> putCountsOfBorrowersTogether(BorrowerFigures figures) {
    return Tasks.recurring("borrower-figures", FixedDelay.of(EVERY))
        .execute((_, _) -> figures.putTogether());
  }
}
