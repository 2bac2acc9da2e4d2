package io.loanwright.reporting;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** A payment that was drawn to be looked at. */
public record Sampled(
    UUID id,
    UUID loanId,
    String loanNumber,
    String receiptNumber,
    Money amount,
    Taken taken,
    String status) {

  /** How it came in, and who took it. */
  public record Taken(LocalDate on, String channel, String byName) {}
}
