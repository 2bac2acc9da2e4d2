package io.loanwright.loan;

import io.loanwright.loan.store.PortfolioDays;
import io.loanwright.organization.DayClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps with each close how the portfolio stood, so that figures can be compared with it. */
@Component
class PortfolioAtClose {

  private final PortfolioDays days;

  PortfolioAtClose(PortfolioDays days) {
    this.days = days;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(DayClosed closed) {
    days.keep(closed.date());
  }
}
