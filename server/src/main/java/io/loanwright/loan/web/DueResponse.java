package io.loanwright.loan.web;

import io.loanwright.engine.replay.NextDue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is to be paid next, and by when. */
@Schema(name = "Due")
record DueResponse(LocalDate on, String amount) {

  static @Nullable DueResponse of(@Nullable NextDue due) {
    return due == null ? null : new DueResponse(due.on(), due.amount().toDecimalString());
  }
}
