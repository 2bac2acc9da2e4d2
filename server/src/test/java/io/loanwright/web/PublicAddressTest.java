package io.loanwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The address for people says whether they come by https. */
class PublicAddressTest {

  private final MockHttpServletRequest plain = new MockHttpServletRequest();

  @Test
  void whereTheAddressIsHttpsPeopleComeByItHoweverTheProxyReachesUs() {
    assertThat(new PublicAddress("https://loans.example").isEncrypted(plain)).isTrue();
    assertThat(new PublicAddress("http://loans.example").isEncrypted(plain)).isFalse();
    assertThat(new PublicAddress("").isEncrypted(plain)).isFalse();
  }

  @Test
  void aConnectionWithTlsIsEncryptedWhateverTheAddress() {
    plain.setSecure(true);

    assertThat(new PublicAddress("").isEncrypted(plain)).isTrue();
  }

  @Test
  void linksStartWithIt() {
    assertThat(new PublicAddress(" https://loans.example/x ").link().path("/a").toUriString())
        .isEqualTo("https://loans.example/x/a");
  }
}
