package io.loanwright.loan.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What follows from a repayment does not hang on its reference. */
class EventStoreTest {

  private static final String BEFORE = "{\"channel\": \"CASH\", \"reference\": ";
  private static final String AFTER = ", \"targetInstallment\": 3}";

  @Test
  void aReferenceIsLeftOut() {
    assertThat(EventStore.withoutReference(BEFORE + "\"MPESA 12, {3}\"" + AFTER))
        .isEqualTo(BEFORE + "null" + AFTER);
    assertThat(EventStore.withoutReference(BEFORE + "\"\"" + AFTER))
        .isEqualTo(BEFORE + "null" + AFTER);
  }

  /** As rare as such a reference is, it is parsed as a whole. */
  @Test
  void oneWithACharacterThatIsEscapedStays() {
    String quoted = BEFORE + "\"a \\\" b\"" + AFTER;
    String slashed = BEFORE + "\"a \\\\\"" + AFTER;

    assertThat(EventStore.withoutReference(quoted)).isEqualTo(quoted);
    assertThat(EventStore.withoutReference(slashed)).isEqualTo(slashed);
  }

  @Test
  void onePaymentWithoutAReferenceStays() {
    String none = BEFORE + "null" + AFTER;

    assertThat(EventStore.withoutReference(none)).isEqualTo(none);
    assertThat(EventStore.withoutReference("{}")).isEqualTo("{}");
  }
}
