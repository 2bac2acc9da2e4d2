package io.loanwright.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Gives browser tests their browser; it ends with the application. */
@TestConfiguration(proxyBeanMethods = false)
class BrowserTestConfiguration {

  @Bean
  @Lazy
  Browsers browsers(Http http) {
    return new Browsers(http.base());
  }
}
