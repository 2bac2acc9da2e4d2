package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import io.loanwright.engine.replay.LoanPosition;
import org.jspecify.annotations.Nullable;

/**
 * A loan without and with a change.
 *
 * @param kept what is kept back of more money; null where none is paid out
 * @param objection why it cannot be done today by whoever asks, though it can be thought about;
 *     null where it can
 */
public record Simulated(
    LoanPosition before, LoanPosition after, @Nullable Money kept, @Nullable Refusal objection) {}
