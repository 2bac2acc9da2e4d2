package io.loanwright.audit.job;

import io.loanwright.audit.TrailArchives;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Deletes the files that a program which was killed left; commands beside it change nothing. */
@Component
@ConditionalOnWebApplication
class ArchivesAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(ArchivesAtStart.class);

  private final TrailArchives archives;

  ArchivesAtStart(TrailArchives archives) {
    this.archives = archives;
  }

  @EventListener(ApplicationReadyEvent.class)
  void sweep() {
    try {
      archives.sweep();
    } catch (DataAccessException | TransactionException | UncheckedIOException e) {
      LOG.error("Needless files of archives were not deleted; the next night tries again", e);
    }
  }
}
