package io.loanwright.verifier.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.loanwright.access.Caller;
import io.loanwright.verifier.Verifications;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proves the books every night by the clock of the machine, on whichever instance gets there. */
@Configuration(proxyBeanMethods = false)
class NightlyVerification {

  private static final LocalTime AT = LocalTime.of(2, 30);

  @Bean
  RecurringTask<Void> verifyBooks(Verifications verifications) {
    return Tasks.recurring("verify-books", Schedules.daily(AT))
        .execute((_, _) -> verifications.start(Caller.system("nightly verification")));
  }
}
