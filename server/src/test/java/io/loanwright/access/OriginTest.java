package io.loanwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where calls are counted together. */
class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "::ffff:203.0.113.7, 203.0.113.7",
    "2001:db8:1:2::7, 20010db800010002/64",
    "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
    "2001:db8:1:3::7, 20010db800010003/64",
    "fe80::1%eth0, fe80000000000000/64",
    "local, local",
    "'', ''",
    "unknown%, unknown%",
  })
  void anAddressOfVersionSixCountsAsItsNetwork(String address, String network) {
    assertThat(new Origin(address, "").network()).isEqualTo(network);
  }
}
