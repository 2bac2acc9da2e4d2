package io.loanwright.identity.session;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears old sessions away and renews keys, on whichever instance gets there first. */
@Configuration(proxyBeanMethods = false)
class SessionTask {

  private static final Duration EVERY = Duration.ofHours(6);
  private static final Duration KEYS_EVERY = Duration.ofHours(1);

  @Bean
  RecurringTask<Void> forgetOldSessions(Sessions sessions) {
    return Tasks.recurring("forget-old-sessions", FixedDelay.of(EVERY))
        .execute((_, _) -> sessions.forgetOld());
  }

  @Bean
  RecurringTask<Void> rotateSigningKeys(KeyRotation rotation) {
    return Tasks.recurring("rotate-signing-keys", FixedDelay.of(KEYS_EVERY))
        .execute((_, _) -> rotation.rotate());
  }
}
