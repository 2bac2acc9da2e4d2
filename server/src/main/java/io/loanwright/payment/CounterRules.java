package io.loanwright.payment;

import io.loanwright.access.Caller;
import io.loanwright.ledger.AboveCashLimit;
import io.loanwright.ledger.CashLimit;
import io.loanwright.loan.Channel;
import io.loanwright.loan.Refusal;
import io.loanwright.loan.Repaid;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a payment may be that somebody takes, beside what its loan allows. */
@Component
class CounterRules {

  private final CashLimit cashLimit;

  CounterRules(CashLimit cashLimit) {
    this.cashLimit = cashLimit;
  }

  /** What is in a wallet was taken before. */
  Optional<Refusal> refusal(Caller caller, Channel channel, Repaid foreseen) {
    Optional<AboveCashLimit> above =
        channel == Channel.WALLET
            ? Optional.empty()
            : cashLimit.ofPayment(caller, foreseen.amount());
    return above
        .<Refusal>map(Refusal.CashLimitExceeded::new)
        .or(() -> ExcessRule.refusal(foreseen));
  }
}
