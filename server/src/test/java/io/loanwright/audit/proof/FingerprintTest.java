package io.loanwright.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Records that differ in anything but their order have another fingerprint. */
class FingerprintTest {

  private static final Fingerprint.Key KEY = Fingerprint.Key.draw();

  private static Fingerprint of(long[]... records) {
    Fingerprint all = new Fingerprint(KEY);
    for (long[] record : records) {
      all.begin();
      for (long word : record) {
        all.put(word);
      }
      all.add();
    }
    return all;
  }

  private static long[] record(long... words) {
    return words;
  }

  /** The amount of a record, and after it what the record is. */
  private static Fingerprint amounts(long[]... records) {
    Fingerprint all = new Fingerprint(KEY);
    for (long[] record : records) {
      all.begin().put(record[1]).put(record[2]).add(record[0]);
    }
    return all;
  }

  @Test
  void theOrderDoesNotMatter() {
    assertThat(of(record(1, 2), record(3, 4)).isSame(of(record(3, 4), record(1, 2)))).isTrue();
  }

  @Test
  void recordsThatExchangeAPartAreOthers() {
    assertThat(of(record(1, 2), record(3, 4)).isSame(of(record(1, 4), record(3, 2)))).isFalse();
  }

  @Test
  void aRecordThatIsThereTwiceIsNotThereOnce() {
    assertThat(of(record(1, 2), record(1, 2)).isSame(of(record(1, 2)))).isFalse();
    assertThat(of(record(1, 2), record(1, 2)).isSame(of(record(3, 4), record(3, 4)))).isFalse();
  }

  @Test
  void partsOfManyAddUp() {
    Fingerprint all = of(record(1, 2));
    all.add(of(record(3, 4), record(5, 6)));

    assertThat(all.count()).isEqualTo(3);
    assertThat(all.isSame(of(record(5, 6), record(1, 2), record(3, 4)))).isTrue();
  }

  @Test
  void anotherRunHasAnotherKey() {
    Fingerprint other = new Fingerprint(Fingerprint.Key.draw());
    other.begin().put(1).add();

    assertThat(other.isSame(of(record(1)))).isFalse();
  }

  /** 5 - 3 of one are its 2, and a sum of zero is that of nothing. */
  @Test
  void amountsOfTheSameAddUp() {
    assertThat(amounts(record(5, 1, 1), record(-3, 1, 1)).isSame(amounts(record(2, 1, 1))))
        .isTrue();
    assertThat(amounts(record(7, 1, 1), record(-7, 1, 1)).isSame(amounts())).isTrue();
  }

  /** Each line and each column of the table adds up to the same; each cell is another. */
  @Test
  void amountsThatChangeCrosswiseAreOthers() {
    assertThat(
            amounts(record(1, 1, 1), record(-1, 1, 2), record(-1, 2, 1), record(1, 2, 2))
                .isSame(amounts()))
        .isFalse();
  }

  @Test
  void amountsBelowTheLimitAreToldApart() {
    long great = (1L << 59) - 1;

    assertThat(amounts(record(great, 1, 1)).isSame(amounts(record(great, 1, 1)))).isTrue();
    assertThat(amounts(record(great, 1, 1)).isSame(amounts(record(great - 1, 1, 1)))).isFalse();
    assertThat(amounts(record(great, 1, 1), record(-great, 1, 1)).isSame(amounts())).isTrue();
  }

  /** Amounts are added up modulo 2^61 - 1, which everybody knows. */
  @Test
  void amountsThatDifferByThePrimeAreOthers() {
    long prime = (1L << 61) - 1;

    assertThat(amounts(record(5 + prime, 1, 1)).isSame(amounts(record(5, 1, 1)))).isFalse();
    assertThat(amounts(record(5 - prime, 1, 1)).isSame(amounts(record(5, 1, 1)))).isFalse();
    assertThat(amounts(record(prime, 1, 1)).isSame(amounts())).isFalse();
    assertThat(amounts().isSame(amounts(record(prime, 1, 1)))).isFalse();
    assertThat(amounts(record(Long.MIN_VALUE, 1, 1)).isSame(amounts())).isFalse();
  }

  /** Each is small enough, all together are the prime. */
  @Test
  void amountsThatAddUpToThePrimeAreOthers() {
    long half = (1L << 60) - 1;
    Fingerprint parts = amounts(record(half, 1, 1));
    parts.addAmounts(amounts(record(half, 1, 1)));
    parts.addAmounts(amounts(record(1, 1, 1)));

    assertThat(parts.isSame(amounts())).isFalse();
    assertThat(amounts(record(half, 1, 1), record(half, 1, 1), record(1, 1, 1)).isSame(amounts()))
        .isFalse();
  }
}
