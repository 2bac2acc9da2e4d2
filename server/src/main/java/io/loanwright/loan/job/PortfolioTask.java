package io.loanwright.loan.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.loan.store.PortfolioFigures;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the figures of the portfolio short, on whichever instance gets there first. */
@Configuration(proxyBeanMethods = false)
class PortfolioTask {

  private static final Duration EVERY = Duration.ofMinutes(1);

  @Bean
  RecurringTask<Void> putPortfolioFiguresTogether(PortfolioFigures figures) {
    return Tasks.recurring("portfolio-figures", FixedDelay.of(EVERY))
        .execute((_, _) -> figures.putTogether());
  }
}
