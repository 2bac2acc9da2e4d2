package io.loanwright.arrears;

import io.loanwright.arrears.store.AccrualDayStore;
import io.loanwright.engine.money.Currency;
import io.loanwright.engine.money.Money;
import io.loanwright.loan.AccruedInterest;
import org.springframework.stereotype.Component;

/** Interest that has arisen and is not paid, as the last close kept it, with what came since. */
@Component
public class InterestReceivable {

  private final AccrualDayStore days;
  private final AccruedInterest interest;

  InterestReceivable(AccrualDayStore days, AccruedInterest interest) {
    this.days = days;
    this.interest = interest;
  }

  /**
   * Returns what is receivable of performing loans whose interest is income as it arises: what the
   * last close left of each book, and what events have posted since.
   */
  public Money now(Currency currency) {
    long kept =
        days.last().stream()
            .filter(standing -> standing.book().currency().equals(currency))
            .mapToLong(AccrualDayStore.Standing::receivableMinor)
            .sum();
    long since =
        interest.unseen().stream()
            .filter(part -> part.book().currency().equals(currency))
            .mapToLong(AccruedInterest.Part::bookedMinor)
            .sum();
    return new Money(Math.addExact(kept, since), currency);
  }
}
