package io.loanwright.engine;

/**
 * Thrown where terms or a stored history break a rule; carries the {@link Refusal}.
 *
 * <p>A new event that is offered by a person is checked with {@link
 * io.loanwright.engine.replay.Replay#accept} instead, which answers with a value.
 */
public final class Refused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /**
   * Creates the exception for a refusal.
   *
   * @param refusal what was refused and why
   */
  public Refused(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  /**
   * Creates the exception from the parts of a refusal.
   *
   * @param rule the rule that was broken
   * @param field the part of the input that broke it
   * @param message one sentence in plain words
   */
  public Refused(Rule rule, String field, String message) {
    this(new Refusal(rule, field, message));
  }

  /** Returns what was refused and why. */
  public Refusal refusal() {
    return refusal;
  }
}
