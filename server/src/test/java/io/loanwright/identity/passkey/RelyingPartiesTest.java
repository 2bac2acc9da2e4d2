package io.loanwright.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

/** What passkeys are bound to, and where there can be none. */
class RelyingPartiesTest {

  @Test
  void theSettingNamesHostAndOrigin() {
    assertThat(setting("https://Loans.example.org/desk"))
        .isEqualTo(on("loans.example.org", "https://loans.example.org"));
    assertThat(setting("https://loans.example.org:8443"))
        .isEqualTo(on("loans.example.org", "https://loans.example.org:8443"));
    assertThat(setting("https://loans.example.org:443"))
        .isEqualTo(on("loans.example.org", "https://loans.example.org"));
    assertThat(setting("http://localhost:8080"))
        .isEqualTo(on("localhost", "http://localhost:8080"));
  }

  @Test
  void withoutHttpsOrANameThereAreNone() {
    assertThat(setting("http://loans.example.org")).isInstanceOf(PasskeySupport.Off.class);
    assertThat(setting("https://192.0.2.7")).isInstanceOf(PasskeySupport.Off.class);
    assertThat(setting("https://[2001:db8::1]")).isInstanceOf(PasskeySupport.Off.class);
    assertThat(setting("loans.example.org")).isInstanceOf(PasskeySupport.Off.class);
  }

  @Test
  void withoutTheSettingOnlyThisMachineWillDo() {
    assertThat(RelyingParties.ofRequest("http", "localhost", 8080))
        .isEqualTo(on("localhost", "http://localhost:8080"));
    assertThat(RelyingParties.ofRequest("https", "evil.example", 443))
        .isInstanceOf(PasskeySupport.Off.class);
    assertThat(RelyingParties.ofRequest("http", "notlocalhost", 80))
        .isInstanceOf(PasskeySupport.Off.class);
    assertThat(RelyingParties.ofRequest("http", "127.0.0.1", 8080))
        .asString()
        .contains("localhost");
  }

  private static PasskeySupport setting(String url) {
    return RelyingParties.ofSetting(UriComponentsBuilder.fromUriString(url).build());
  }

  private static PasskeySupport on(String host, String origin) {
    return new PasskeySupport.On(new RelyingParty(host, origin));
  }
}
