package io.loanwright.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Answers {@code /api/health} to everybody, without sessions or tokens: load balancers have none.
 */
@Configuration(proxyBeanMethods = false)
class HealthSecurity {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain healthChain(HttpSecurity http) {
    return http.securityMatcher("/api/health")
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }
}
