package io.loanwright.engine.replay;

import io.loanwright.engine.terms.AllocationStep.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was given up of a loan, while money still comes in for it; in minor units. */
final class Claim {

  private static final List<Part> ORDER =
      List.of(Part.PRINCIPAL, Part.INTEREST, Part.FEE, Part.PENALTY);

  private final UUID event;
  private final LocalDate on;
  private final Tally owed;
  private final Tally recovered = new Tally();
  private final List<Recovery> recoveries = new ArrayList<>();
  private @Nullable LocalDate recoveredOn;

  /** What money was used for. */
  private record Recovery(UUID event, Tally parts, long excess) {}

  Claim(UUID event, LocalDate on, Tally owed) {
    this.event = event;
    this.on = on;
    this.owed = owed;
  }

  /** Counts what is left of money that came in, as far as something is missing. */
  void recover(Posting money) {
    long left = money.left();
    Tally parts = new Tally();
    for (Part part : ORDER) {
      long share = Math.min(left, owed.of(part) - recovered.of(part));
      parts.add(part, share);
      left -= share;
    }
    recovered.addAll(parts);
    recoveries.add(new Recovery(money.event, parts, left));
    if (recoveredOn == null && recovered.hasSameAs(owed)) {
      recoveredOn = money.on;
    }
  }

  GivenUp givenUp(Mint mint) {
    return new GivenUp(
        event,
        on,
        mint.split(owed),
        recoveries.stream()
            .map(
                use -> new MoneyUse(use.event(), mint.split(use.parts()), mint.money(use.excess())))
            .toList(),
        recoveredOn);
  }
}
