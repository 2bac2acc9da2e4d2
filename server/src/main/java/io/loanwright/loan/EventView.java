package io.loanwright.loan;

import io.loanwright.engine.money.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event with what the replay says about it.
 *
 * @param amount its money; of a waiver what it gives up by all that is known now
 * @param split how its money was split; null where it moves none, or none any more
 * @param reversedBy the event that took it back, if one did
 */
public record EventView(
    RecordedEvent event, Money amount, @Nullable EventSplit split, @Nullable UUID reversedBy) {}
