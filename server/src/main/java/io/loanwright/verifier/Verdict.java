package io.loanwright.verifier;

import io.loanwright.audit.proof.Difference;
import io.loanwright.audit.proof.Proof;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a verification.
 *
 * @param checked what was looked at, in order
 * @param differences how many records do not fit
 * @param first the first of them
 * @param head of the chain of hashes over all that is sealed; null where nothing is
 */
public record Verdict(
    List<Proof.Checked> checked, long differences, List<Difference> first, @Nullable String head) {

  /** Returns how many records of a kind were looked at. */
  public long count(String records) {
    return checked.stream()
        .filter(part -> part.records().equals(records))
        .mapToLong(Proof.Checked::count)
        .sum();
  }
}
