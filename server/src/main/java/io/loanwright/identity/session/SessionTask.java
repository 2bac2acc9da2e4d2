package io.loanwright.identity.session;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears old sessions away, on whichever instance gets there first. */
@Configuration(proxyBeanMethods = false)
class SessionTask {

  private static final Duration EVERY = Duration.ofHours(6);

  @Bean
  RecurringTask<Void> forgetOldSessions(Sessions sessions) {
    return Tasks.recurring("forget-old-sessions", FixedDelay.of(EVERY))
        .execute((_, _) -> sessions.forgetOld());
  }
}
