package io.loanwright.arrears;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.loanwright.arrears.store.ClassStore;
import io.loanwright.loan.spi.ClassesOfArrears;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Names the class of each loan that somebody looks at: they are read once in a while, not with each
 * loan. Whoever changes them sees the change at once; another instance some seconds later.
 */
@Component
class NamedClasses implements ClassesOfArrears {

  private static final Duration KEPT = Duration.ofSeconds(10);

  /** Of one key: there is one list of classes. */
  private final LoadingCache<Boolean, ArrearsClasses> known;

  NamedClasses(ClassStore classes) {
    this.known =
        Caffeine.newBuilder()
            .expireAfterWrite(KEPT)
            .build(_ -> new ArrearsClasses(classes.all(), 0));
  }

  @Override
  public Named of(int daysPastDue) {
    ArrearsClass reached = known.get(true).of(daysPastDue);
    return new Named(reached.code(), reached.name(), reached.nonPerforming());
  }

  /** Forgets them once the caller's transaction is there for all to see. */
  void changed() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            known.invalidateAll();
          }
        });
  }
}
