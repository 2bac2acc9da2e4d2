package io.loanwright.reporting.store;

import io.loanwright.access.Reach;
import io.loanwright.arrears.Arrears;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.ChartPreset;
import io.loanwright.ledger.Ledger;
import io.loanwright.reporting.Ageing.Age;
import io.loanwright.reporting.Provisioning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What is to be set aside for losses, read from the figures of ages and the sums of an account. */
@Repository
public class ProvisioningQuery {

  private final AgeingQuery ages;
  private final Arrears arrears;
  private final Ledger ledger;

  ProvisioningQuery(AgeingQuery ages, Arrears arrears, Ledger ledger) {
    this.ages = ages;
    this.arrears = arrears;
    this.ledger = ledger;
  }

  /**
   * Returns what is to be set aside and what is, of one moment.
   *
   * @param reach how far the caller sees branches
   * @param branch only this one; null for all within reach
   * @param on the business date
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Provisioning provisioning(
      Reach reach, @Nullable UUID branch, Currency currency, LocalDate on) {
    List<Age> lent =
        ages.ages(reach.ofBranches(), currency).stream()
            .filter(age -> branch == null || branch.equals(age.branchId()))
            .toList();
    Map<UUID, Money> held =
        ledger.balancesByBranch(ChartPreset.allowance(), on).stream()
            .filter(each -> branch == null || branch.equals(each.branchId()))
            .filter(each -> each.net().currency().equals(currency))
            .collect(
                Collectors.toMap(
                    Ledger.OfBranch::branchId, each -> each.net().negated(), Money::plus));
    return Provisioning.of(on, currency, arrears.classes(), lent, held);
  }
}
