package io.loanwright.engine.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A loan always belongs to a class. */
class ArrearsSchemeTest {

  @Test
  void everyLoanBelongsToTheOnlyClass() {
    ArrearsClass only = ArrearsClass.fromDay("Standard", 0, "1");

    assertThat(new ArrearsScheme(FirstDay.DUE_DATE, List.of(only)).classOf(400, 9)).isEqualTo(only);
  }

  @Test
  void aSchemeWithoutClassesIsNone() {
    assertThatThrownBy(() -> new ArrearsScheme(FirstDay.DUE_DATE, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
