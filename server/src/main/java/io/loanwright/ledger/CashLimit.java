package io.loanwright.ledger;

import io.loanwright.access.Caller;
import io.loanwright.access.Permission;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.ledger.spi.LendingLimits;
import io.loanwright.organization.Organization;
import java.math.BigInteger;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How much money from outside one person takes at once, by whichever way it comes: the limit that
 * the organization has set for its currency, unless the role may take more. Where no limit is set,
 * and in other currencies, a wallet takes no more than twice what any product lends, whoever it is;
 * a payment has a limit of its own, since the loan says what is owed.
 */
@Component
public class CashLimit {

  private static final BigInteger TIMES_MOST_LENT = BigInteger.TWO;

  private final Organization organization;
  private final LendingLimits lending;

  CashLimit(Organization organization, LendingLimits lending) {
    this.organization = organization;
    this.lending = lending;
  }

  /** Returns the limit that a payment is above, or nothing if it may be taken. */
  public Optional<AboveCashLimit> ofPayment(Caller caller, Money amount) {
    return set(amount.currency()).flatMap(limit -> above(caller, amount, limit));
  }

  /** Returns the limit that money put into a wallet is above, or nothing if it may be taken. */
  public Optional<AboveCashLimit> ofTopUp(Caller caller, Money amount) {
    return set(amount.currency())
        .map(limit -> above(caller, amount, limit))
        .orElseGet(() -> aboveDerived(caller, amount));
  }

  private static Optional<AboveCashLimit> above(Caller caller, Money amount, Money limit) {
    return amount.compareTo(limit) > 0 && !caller.may(Permission.PAYMENT_LARGE)
        ? Optional.of(new AboveCashLimit.Set(amount, limit))
        : Optional.empty();
  }

  private Optional<Money> set(Currency currency) {
    return Optional.ofNullable(organization.current().cashLimit())
        .filter(limit -> limit.currency().equals(currency));
  }

  /** A limit beyond the numbers of the books is none. */
  private Optional<AboveCashLimit> aboveDerived(Caller caller, Money amount) {
    if (caller.may(Permission.PAYMENT_LARGE)) {
      return Optional.empty();
    }
    return lending
        .mostLent(amount.currency())
        .map(most -> BigInteger.valueOf(most.minor()).multiply(TIMES_MOST_LENT))
        .filter(limit -> BigInteger.valueOf(amount.minor()).compareTo(limit) > 0)
        .map(limit -> derived(amount, new Money(limit.longValueExact(), amount.currency())));
  }

  private AboveCashLimit derived(Money amount, Money limit) {
    return organization.current().currency().getCurrencyCode().equals(amount.currency().code())
        ? new AboveCashLimit.Derived(amount, limit)
        : new AboveCashLimit.DerivedForeign(amount, limit);
  }
}
