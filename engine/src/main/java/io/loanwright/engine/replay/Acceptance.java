package io.loanwright.engine.replay;

import io.loanwright.engine.Refusal;

/** What comes of a new event that is offered to a loan. */
public sealed interface Acceptance {

  /**
   * The event fits; nothing is kept by the engine, the caller records it.
   *
   * @param before the state without it
   * @param after the state with it
   */
  record Accepted(LoanPosition before, LoanPosition after) implements Acceptance {}

  /**
   * The event breaks a rule.
   *
   * @param refusal which one, and why
   */
  record Declined(Refusal refusal) implements Acceptance {}
}
