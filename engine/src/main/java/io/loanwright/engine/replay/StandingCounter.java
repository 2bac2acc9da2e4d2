package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep;

/** Takes money against a schedule that stands whenever it is paid. */
final class StandingCounter implements Counter {

  @Override
  public void pay(Posting money, InstallmentAccount account, AllocationStep step, long most) {
    Counter.take(money, account, step.part(), most);
  }

  @Override
  public boolean mayAskForMore(InstallmentAccount account) {
    return false;
  }

  @Override
  public void startOver() {
    // No installment ever asks for more.
  }
}
