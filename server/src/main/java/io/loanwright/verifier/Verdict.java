package io.loanwright.verifier;

import io.loanwright.ledger.Difference;
import io.loanwright.ledger.Proof;
import java.util.List;

/**
 * What came of a verification.
 *
 * @param checked what was looked at, in order
 * @param differences how many records do not fit
 * @param first the first of them
 */
public record Verdict(List<Proof.Checked> checked, long differences, List<Difference> first) {

  /** Returns how many records of a kind were looked at. */
  public long count(String records) {
    return checked.stream()
        .filter(part -> part.records().equals(records))
        .mapToLong(Proof.Checked::count)
        .sum();
  }
}
