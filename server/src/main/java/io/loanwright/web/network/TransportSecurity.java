package io.loanwright.web.network;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

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

  /** Absent where there is no certificate. */
  @Bean(destroyMethod = "close")
  @Conditional(HasCertificate.class)
  CertificateWatch certificateWatch(
      NetworkSettings settings,
      SslBundleRegistry bundles,
      @Value("${loanwright.tls-watch-millis}") long everyMillis) {
    return CertificateWatch.start(
        settings.tls(), everyMillis, renewed -> bundles.updateBundle(BUNDLE, renewed));
  }

  /** Whether the settings name a certificate. */
  static final class HasCertificate implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      return !environment.getProperty("loanwright.tls.certificate", "").isBlank()
          || !environment.getProperty("loanwright.tls.keystore", "").isBlank();
    }
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
