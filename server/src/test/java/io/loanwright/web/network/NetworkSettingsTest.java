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

  private static Object proxies(String... ranges) {
    return new TrustedProxies()
        .proxiesOfTomcat(
            new NetworkSettings(List.of(ranges), new NetworkSettings.Tls("", "", "", "")));
  }
}
