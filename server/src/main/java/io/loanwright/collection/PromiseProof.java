package io.loanwright.collection;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import io.loanwright.collection.store.PromiseCheck;
import io.loanwright.organization.Organization;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Proves that promises are kept or broken as the payments say. */
@Component
@Order(3)
class PromiseProof implements Proof {

  private final PromiseCheck promises;
  private final Organization organization;

  PromiseProof(PromiseCheck promises, Organization organization) {
    this.promises = promises;
    this.organization = organization;
  }

  @Override
  public Checked check(Consumer<Difference> found) {
    promises.notAsPaid(organization.businessDate()).forEach(found);
    return new Checked("promises", promises.count());
  }
}
