package io.loanwright.backup;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the trail, at the first start after a restore, that there was one. */
@Component
@ConditionalOnWebApplication
class RestoresAtStart {

  private final Backups backups;

  RestoresAtStart(Backups backups) {
    this.backups = backups;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    backups.tellOfRestores();
  }
}
