package io.loanwright.audit.chain;

import io.loanwright.audit.proof.Difference;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the files of all archives say, read once in a run of the verifier.
 *
 * @param found what does not fit
 * @param rows how many rows are in files
 * @param blanked the blanked parts in them by their erasure
 * @param changed whether somebody was erased in one since the moment that the run looks at
 */
record ArchivesRead(
    List<Difference> found, long rows, Map<UUID, Blanked> blanked, boolean changed) {

  /**
   * Parts that an erasure blanked.
   *
   * @param unsalted how many of them are of rows without salts
   */
  record Blanked(long parts, long unsalted) {

    static final Blanked NONE = new Blanked(0, 0);

    Blanked plus(Blanked other) {
      return new Blanked(parts + other.parts, unsalted + other.unsalted);
    }

    @Override
    public String toString() {
      return "%d parts blanked, %d of them without salts".formatted(parts, unsalted);
    }
  }

  /** Returns what an erasure blanked. */
  Blanked of(UUID erasure) {
    return blanked.getOrDefault(erasure, Blanked.NONE);
  }
}
