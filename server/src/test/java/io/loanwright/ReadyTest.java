package io.loanwright;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** The address that is printed is one that answers. */
class ReadyTest {

  private final MockEnvironment settings =
      new MockEnvironment().withProperty("local.server.port", "8080");

  @Test
  void itIsPlainHttpOnThisMachine() {
    assertThat(Ready.address(settings)).isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void aServerOfAllAddressesIsReachedOnThisMachine() {
    settings.setProperty("server.address", "::");

    assertThat(Ready.address(settings)).isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void aCertificateMakesItHttps() {
    settings.setProperty("server.address", "::1");
    settings.setProperty("loanwright.tls.keystore", "/etc/loanwright.p12");

    assertThat(Ready.address(settings)).isEqualTo("https://[::1]:8080");
  }
}
