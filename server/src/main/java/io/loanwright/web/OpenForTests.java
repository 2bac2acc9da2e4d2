package io.loanwright.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets tests of modules call their controllers until sign-in exists.
 *
 * <p>Without the property, Spring Boot's default stands: everything is closed.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("loanwright.web.open")
class OpenForTests {

  @Bean
  @Order(1_000)
  SecurityFilterChain openChain(HttpSecurity http) {
    return http.csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
