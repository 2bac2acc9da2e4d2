package io.loanwright.integration.web;

import io.loanwright.integration.Part;
import io.loanwright.integration.Rejection;
import java.util.List;

/** A refused row with all that is wrong with it. */
record RowErrors(Part part, long row, List<RowError> errors) {

  static RowErrors of(Rejection rejection) {
    return new RowErrors(rejection.part(), rejection.row(), RowError.of(rejection));
  }
}
