package io.loanwright.arrears.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.loanwright.arrears.WorkAfterClose;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets other instances share in the work of a close that one instance was asked for.
 *
 * <p>While a close has work, there are some lanes to be taken, by whichever instance looks for
 * tasks first; each is one more way through the loans that wait. The instance that closes has lanes
 * of its own and passes these on.
 */
@Configuration(proxyBeanMethods = false)
class ClosingTask {

  private static final int LANES = 4;
  private static final Duration EVERY = Duration.ofSeconds(5);

  /**
   * A little longer than instances wait between two looks at the tasks, so that who passes a lane
   * on is not the first one to find it again.
   */
  private static final Duration UNTIL_ANOTHER_LOOKS = Duration.ofMillis(3_200);

  @Bean
  CustomTask<Void> laneOfClose(WorkAfterClose work) {
    return Tasks.custom("close-of-day-lane", Void.class)
        .onFailureReschedule(FixedDelay.of(EVERY))
        .execute((_, _) ->
            work.help()
                ? new CompletionHandler.OnCompleteRemove<>()
                : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(UNTIL_ANOTHER_LOOKS)));
  }

  @Bean
  RecurringTask<Void> helpToFinishDays(WorkAfterClose work, CustomTask<Void> laneOfClose) {
    return Tasks.recurring("close-of-day", FixedDelay.of(EVERY))
        .execute((_, context) -> {
          if (work.isGoingOn()) {
            openLanes(context.getSchedulerClient(), laneOfClose);
          }
        });
  }

  private static void openLanes(SchedulerClient tasks, CustomTask<Void> lane) {
    for (int i = 1; i <= LANES; i++) {
      tasks.scheduleIfNotExists(lane.schedulableInstance(String.valueOf(i)));
    }
  }
}
