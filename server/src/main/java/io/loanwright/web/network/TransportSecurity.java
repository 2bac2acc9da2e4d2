package io.loanwright.web.network;

import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Speaks TLS instead of plain HTTP where the settings name a certificate. */
@Configuration(proxyBeanMethods = false)
class TransportSecurity {

  private static final String BUNDLE = "loanwright";

  @Bean
  SslBundleRegistrar certificateOfSettings(NetworkSettings settings) {
    return bundles -> {
      if (settings.tls().isOn()) {
        bundles.registerBundle(BUNDLE, Certificate.read(settings.tls()));
      }
    };
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tlsOfTomcat(NetworkSettings settings) {
    return tomcat -> {
      if (settings.tls().isOn()) {
        tomcat.setSsl(Ssl.forBundle(BUNDLE));
      }
    };
  }
}
