package io.loanwright.loan.web;

import io.loanwright.loan.spi.ClassesOfArrears;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The class of arrears that a running loan is in.
 *
 * @param nonPerforming whether it counts as not performing
 */
@Schema(name = "ArrearsClassOfLoan")
record ArrearsClassOfLoan(String code, String name, boolean nonPerforming) {

  static @Nullable ArrearsClassOfLoan of(ClassesOfArrears.@Nullable Named named) {
    return named == null
        ? null
        : new ArrearsClassOfLoan(named.code(), named.name(), named.nonPerforming());
  }
}
