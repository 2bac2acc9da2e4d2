package io.loanwright.backup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Tells the trail, at the first start after a restore, that there was one. */
@Component
@ConditionalOnWebApplication
class RestoresAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(RestoresAtStart.class);

  private final Backups backups;

  RestoresAtStart(Backups backups) {
    this.backups = backups;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    try {
      backups.tellOfRestores();
    } catch (DataAccessException e) {
      LOG.error("The trail was not told of a restore; the next start tries again", e);
    }
  }
}
