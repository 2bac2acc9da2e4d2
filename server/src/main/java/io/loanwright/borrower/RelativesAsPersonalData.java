package io.loanwright.borrower;

import io.loanwright.borrower.spi.PersonalDataHolder;
import io.loanwright.borrower.store.RelativeStore;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells what was declared of a borrower as a relative of the staff. */
@Component
@Order(5)
class RelativesAsPersonalData implements PersonalDataHolder {

  private final RelativeStore store;

  RelativesAsPersonalData(RelativeStore store) {
    this.store = store;
  }

  @Override
  public String part() {
    return "relatives";
  }

  @Override
  public String export(UUID borrowerId) {
    return store.export(borrowerId);
  }

  @Override
  public void erase(UUID borrowerId) {
    store.erase(borrowerId);
  }
}
