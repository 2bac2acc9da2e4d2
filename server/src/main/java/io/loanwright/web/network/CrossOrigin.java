package io.loanwright.web.network;

import io.loanwright.web.SettingUnusable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets the pages of those origins that the settings list call the API from a browser; of none by
 * default.
 *
 * <p>They carry their token in a header. The refresh cookie is not for them: no credentials are
 * allowed.
 */
@Configuration(proxyBeanMethods = false)
class CrossOrigin {

  /** As browsers write it: in small letters, without a slash at the end. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[0-9]{1,5})?");

  private static final Pattern USUAL_PORT = Pattern.compile("http:.*:80|https:.*:443");

  @Bean
  FilterRegistrationBean<CorsFilter> crossOriginFilter(NetworkSettings settings) {
    Set<String> origins =
        settings.corsOrigins().stream().map(CrossOrigin::origin).collect(Collectors.toSet());
    FilterRegistrationBean<CorsFilter> filter =
        new FilterRegistrationBean<>(new ListedOrigins(origins));
    filter.setEnabled(!origins.isEmpty());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 6);
    filter.addUrlPatterns("/api/*");
    return filter;
  }

  private static String origin(String text) {
    String origin = text.strip();
    if (!ORIGIN.matcher(origin).matches() || USUAL_PORT.matcher(origin).matches()) {
      throw new SettingUnusable(
          "LOANWRIGHT_CORS_ORIGINS must be origins as browsers send them, like https://app.example.org"
              + " or http://localhost:3000, with commas between them, not '"
              + origin
              + "'.",
          null);
    }
    return origin;
  }

  /** Says nothing to pages of other origins, which are then not shown the answers. */
  private static final class ListedOrigins extends CorsFilter {

    private final Set<String> origins;

    ListedOrigins(Set<String> origins) {
      super(_ -> allowed(origins));
      this.origins = origins;
    }

    private static CorsConfiguration allowed(Set<String> origins) {
      CorsConfiguration allowed = new CorsConfiguration();
      allowed.setAllowedOrigins(List.copyOf(origins));
      allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
      allowed.setAllowedHeaders(
          List.of("Accept", "Authorization", "Content-Type", "Idempotency-Key", "If-Match"));
      allowed.setExposedHeaders(
          List.of(
              "Content-Disposition",
              "ETag",
              "Location",
              "RateLimit",
              "RateLimit-Policy",
              "Retry-After"));
      allowed.setMaxAge(Duration.ofHours(1));
      return allowed;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String origin = request.getHeader(HttpHeaders.ORIGIN);
      if (origin != null && origins.contains(origin)) {
        super.doFilterInternal(request, response, chain);
      } else {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        chain.doFilter(request, response);
      }
    }
  }
}
