package io.loanwright.web.network;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets Tomcat speak HTTP with a time limit for whole requests. */
@Configuration(proxyBeanMethods = false)
class TimeLimits {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> paceOfTomcat(
      @Value("${loanwright.patience}") Duration patience) {
    return tomcat -> {
      tomcat.setProtocol(PacedProtocol.class.getName());
      tomcat.addConnectorCustomizers(connector -> {
        if (connector.getProtocolHandler() instanceof PacedProtocol protocol) {
          protocol.setPatience(patience);
        }
      });
    };
  }
}
