package io.loanwright.document.vault;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Puts right after a start what an earlier key or an earlier version left. Several instances may do
 * it at once: what one has done, the other finds done. Commands beside the program change nothing.
 */
@Component
@ConditionalOnWebApplication
class VaultAtStart {

  private static final Logger LOG = LoggerFactory.getLogger(VaultAtStart.class);

  private final Vault vault;

  VaultAtStart(Vault vault) {
    this.vault = vault;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    Thread.ofVirtual().name("documents-at-start").start(this::work);
  }

  private void work() {
    try {
      int sealed = vault.sealAll();
      int wrapped = vault.rewrapAll();
      if (sealed + wrapped > 0) {
        LOG.info("Sealed {} documents, wrapped the keys of {} by the key of now", sealed, wrapped);
      }
    } catch (IOException | DataAccessException | IllegalStateException e) {
      LOG.error("Documents could not be sealed; the next start tries again", e);
    }
  }
}
