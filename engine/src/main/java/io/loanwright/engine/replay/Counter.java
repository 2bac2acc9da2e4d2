package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep;
import io.loanwright.engine.terms.AllocationStep.Part;

/** Takes money for one part of an installment; the schedule stands or follows the payment. */
sealed interface Counter permits StandingCounter, FollowingCounter {

  /** Pays one part of an installment with at most some of the money. */
  void pay(Posting money, InstallmentAccount account, AllocationStep step, long most);

  /**
   * Tells whether an installment to come may take money though it asks for none now: it may ask for
   * more once payments are counted on the day they were made.
   */
  boolean mayAskForMore(InstallmentAccount account);

  /** Starts anew with the installments that may ask for more. */
  void startOver();

  /** Pays what is owed of a part. */
  static long take(Posting money, InstallmentAccount account, Part part, long most) {
    long taken = account.pay(part, Math.min(most, money.left()), money.on);
    if (taken > 0) {
      money.use(account, part, taken);
    }
    account.noteCompletion(money.on);
    return taken;
  }
}
