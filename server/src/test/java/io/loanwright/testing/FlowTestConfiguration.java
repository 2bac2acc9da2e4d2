package io.loanwright.testing;

import io.loanwright.database.OwnerDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Gives an application under test its database, and tests their client. */
@TestConfiguration(proxyBeanMethods = false)
@Import(People.class)
public class FlowTestConfiguration {

  @Bean
  OwnerDatabase ownerDatabase() {
    return TestDatabase.copyOfTemplate();
  }

  @Bean
  @Lazy
  Http http(Environment environment, JsonMapper json) {
    return new Http(
        "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"), json);
  }
}
