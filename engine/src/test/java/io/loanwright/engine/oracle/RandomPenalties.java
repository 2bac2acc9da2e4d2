package io.loanwright.engine.oracle;

import io.loanwright.engine.terms.LatePenaltyTerms;
import io.loanwright.engine.terms.PenaltyBasis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Prices of lateness of every kind: once and again, of amounts and of percentages, capped. */
public final class RandomPenalties {

  private static final List<PenaltyBasis> BASES = List.of(PenaltyBasis.values());

  private RandomPenalties() {}

  /** Returns what lateness costs. */
  public static LatePenaltyTerms next(Random random) {
    PenaltyBasis basis = BASES.get(random.nextInt(BASES.size()));
    Integer every = random.nextInt(3) == 0 ? null : repeat(random);
    BigDecimal percentCap =
        random.nextBoolean() ? BigDecimal.valueOf(1 + random.nextInt(3_000), 2) : null;
    BigDecimal amountCap =
        random.nextInt(3) == 0 || (every != null && percentCap == null)
            ? BigDecimal.valueOf(1 + random.nextInt(10_000), 2)
            : null;
    return new LatePenaltyTerms(
        random.nextInt(3) == 0 ? 0 : random.nextInt(40),
        basis,
        BigDecimal.valueOf(1 + random.nextInt(1_500), 2),
        every,
        percentCap,
        amountCap);
  }

  private static int repeat(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> 1;
      case 1 -> 30;
      default -> 1 + random.nextInt(366);
    };
  }

  /** Returns what lateness costs, or nothing half of the time. */
  static @Nullable LatePenaltyTerms maybe(Random random) {
    return random.nextBoolean() ? next(random) : null;
  }
}
