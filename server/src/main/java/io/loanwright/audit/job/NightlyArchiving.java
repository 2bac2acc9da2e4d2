package io.loanwright.audit.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.loanwright.access.Caller;
import io.loanwright.audit.ArchiveOutcome;
import io.loanwright.audit.TrailArchives;
import io.loanwright.audit.spi.TrailCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Moves rows of the trail into files that are older than a setting says, if it says anything, and
 * deletes files that nobody needs any more, whatever it says.
 */
@Configuration(proxyBeanMethods = false)
class NightlyArchiving {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyArchiving.class);
  private static final LocalTime AT = LocalTime.of(1, 45);

  /** More is left for the next night. */
  private static final int FILES_OF_A_NIGHT = 20;

  @Bean
  RecurringTask<Void> archiveTrail(
      TrailArchives archives,
      TrailCalendar calendar,
      @Value("${loanwright.archive.after-years}") int years) {
    return Tasks.recurring("archive-trail", Schedules.daily(AT))
        .execute((_, _) -> {
          archives.sweep();
          Optional<LocalDate> today = calendar.businessDate();
          if (years > 0 && today.isPresent()) {
            archiveAll(archives, today.get().minusYears(years));
          }
        });
  }

  private static void archiveAll(TrailArchives archives, LocalDate before) {
    Caller caller = Caller.system("nightly archiving");
    for (int files = 0; files < FILES_OF_A_NIGHT; files++) {
      ArchiveOutcome outcome = archives.archive(caller, before);
      if (outcome instanceof ArchiveOutcome.Unproven(String record)) {
        LOG.error("Old rows of the trail stay: {} is not what was sealed", record);
      }
      if (!(outcome instanceof ArchiveOutcome.Moved moved && moved.more())) {
        return;
      }
    }
  }
}
