package io.loanwright.identity.security;

import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Closes the API by default.
 *
 * <p>Calls carry a bearer token, which no browser sends by itself, so they need no token against
 * cross-site requests. The one cookie, of the refresh token, is SameSite=Strict and goes to {@code
 * /api/auth} only. Everything outside {@code /api} is the web page, which is public; what it shows
 * comes from the API. The headers of answers are those of all answers, in {@code
 * io.loanwright.web}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      RouteAuthorization routes,
      BearerCallers callers,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(
                    DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/api/openapi.json", "/api/openapi.json.yaml", "/api/openapi.yaml")
                .permitAll()
                .requestMatchers("/api/**")
                .access(routes)
                .anyRequest()
                .permitAll())
        .oauth2ResourceServer(server ->
            server
                .authenticationManagerResolver(callers)
                .authenticationEntryPoint((request, response, refusal) ->
                    problems.resolveException(request, response, null, refusal))
                .accessDeniedHandler((request, response, refusal) ->
                    problems.resolveException(request, response, null, told(refusal))))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint((request, response, refusal) ->
                    problems.resolveException(request, response, null, refusal))
                .accessDeniedHandler((request, response, refusal) ->
                    problems.resolveException(request, response, null, told(refusal))))
        .build();
  }

  private static Exception told(AccessDeniedException refusal) {
    return refusal instanceof NotShown notShown ? notShown.problem() : refusal;
  }
}
