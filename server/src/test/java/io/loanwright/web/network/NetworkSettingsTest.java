package io.loanwright.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loanwright.web.SettingUnusable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting that cannot be used is said by its name, with what is expected. */
class NetworkSettingsTest {

  private static final NetworkSettings.Tls PLAIN = new NetworkSettings.Tls("", "", "", "");

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "*", "fd00::/200"})
  void aProxyIsAnAddressOrARange(String range) {
    assertThatThrownBy(() -> proxies(range))
        .isInstanceOf(SettingUnusable.class)
        .hasMessageContaining("LOANWRIGHT_TRUSTED_PROXIES must be addresses or ranges")
        .hasMessageContaining("'" + range + "'");
  }

  @Test
  void addressesAndRangesOfBothKindsAreTaken() {
    assertThat(proxies("10.0.0.7", " 10.1.0.0/16 ", "::1", "fd00::/8")).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "app.example.org",
        "https://App.example.org",
        "https://app.example.org/",
        "https://app.example.org:443",
        "https://*.example.org",
        "https://user@app.example.org",
        "ftp://app.example.org"
      })
  void anOriginIsWhatABrowserSends(String origin) {
    assertThatThrownBy(() -> origins(origin))
        .isInstanceOf(SettingUnusable.class)
        .hasMessageContaining("LOANWRIGHT_CORS_ORIGINS must be origins as browsers send them")
        .hasMessageContaining("'" + origin + "'");
  }

  @Test
  void originsWithAndWithoutAPortAreTaken() {
    assertThat(origins("https://app.example.org", " http://localhost:3000 ", "http://[::1]:8080"))
        .isNotNull();
  }

  private static Object proxies(String... ranges) {
    return new TrustedProxies()
        .proxiesOfTomcat(new NetworkSettings(List.of(ranges), List.of(), PLAIN));
  }

  private static Object origins(String... origins) {
    return new CrossOrigin()
        .crossOriginFilter(new NetworkSettings(List.of(), List.of(origins), PLAIN));
  }
}
