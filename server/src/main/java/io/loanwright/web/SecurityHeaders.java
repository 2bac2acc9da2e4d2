package io.loanwright.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.Header;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * What every answer tells a browser, whoever writes it: before all other filters, so that refusals
 * of theirs have it too. What is not cached on purpose is not cached at all.
 */
@Configuration(proxyBeanMethods = false)
class SecurityHeaders {

  /** Scripts come from us only; the component library writes styles into the page. */
  private static final String CONTENT_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self' blob:;"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** The headers that are the same for every answer. */
  static final Map<String, String> ALWAYS = always();

  private static Map<String, String> always() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Content-Security-Policy", CONTENT_POLICY);
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    return headers;
  }

  @Bean
  FilterRegistrationBean<HeaderWriterFilter> securityHeadersFilter() {
    List<Header> fixed =
        ALWAYS.entrySet().stream().map(h -> new Header(h.getKey(), h.getValue())).toList();
    HeaderWriterFilter filter =
        new HeaderWriterFilter(
            List.of(
                new StaticHeadersWriter(fixed), new CacheControlHeadersWriter(), overTlsOnly()));
    FilterRegistrationBean<HeaderWriterFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** For a year, for this host: others below it may be somebody else's business. */
  private static HstsHeaderWriter overTlsOnly() {
    HstsHeaderWriter hsts = new HstsHeaderWriter();
    hsts.setIncludeSubDomains(false);
    return hsts;
  }
}
