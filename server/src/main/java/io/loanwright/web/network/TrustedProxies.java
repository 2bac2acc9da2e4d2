package io.loanwright.web.network;

import io.loanwright.web.SettingUnusable;
import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Believes the proxies that the settings name when they say whom they speak for, and nobody else.
 *
 * <p>Their {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port} make the
 * request what the person sent: its address is the last one that is no trusted proxy's. {@code
 * Forwarded} (RFC 7239) is not read from anybody, because a proxy that does not know it passes on
 * what the client made up.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkSettings.class)
class TrustedProxies {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxiesOfTomcat(
      NetworkSettings settings) {
    List<String> proxies = settings.trustedProxies().stream().map(String::strip).toList();
    proxies.forEach(TrustedProxies::requireRange);
    return tomcat -> {
      if (!proxies.isEmpty()) {
        tomcat.addEngineValves(valve(proxies));
      }
    };
  }

  private static RemoteIpValve valve(List<String> proxies) {
    RemoteIpValve valve = new RemoteIpValve();
    valve.setInternalProxies(String.join(",", proxies));
    valve.setRemoteIpHeader("X-Forwarded-For");
    valve.setProtocolHeader("X-Forwarded-Proto");
    valve.setHostHeader("X-Forwarded-Host");
    valve.setPortHeader("X-Forwarded-Port");
    return valve;
  }

  /** Accepts addresses, with or without the length of a range; names would be looked up. */
  private static void requireRange(String range) {
    int slash = range.indexOf('/');
    String address = slash < 0 ? range : range.substring(0, slash);
    try {
      int bits = InetAddress.ofLiteral(address).getAddress().length * Byte.SIZE;
      int length = slash < 0 ? bits : Integer.parseInt(range.substring(slash + 1));
      if (length < 0 || length > bits) {
        throw new IllegalArgumentException("A range of " + length + " bits");
      }
    } catch (IllegalArgumentException e) {
      throw new SettingUnusable(
          "LOANWRIGHT_TRUSTED_PROXIES must be addresses or ranges like 10.0.0.7, 10.1.0.0/16 or"
              + " fd00::/8, with commas between them, not '"
              + range
              + "'.",
          e);
    }
  }
}
