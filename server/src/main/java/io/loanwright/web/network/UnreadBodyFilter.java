package io.loanwright.web.network;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body that a refused request still sends, or its client would never see why it was
 * refused; at the pace that every body has to keep. Tomcat would do so without a pace.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class UnreadBodyFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(UnreadBodyFilter.class);
  private static final long BYTES_MAX = 64L << 20;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    boolean asksBefore = request.getHeader(HttpHeaders.EXPECT) != null;
    if (!request.isAsyncStarted() && !asksBefore) {
      readToTheEnd(request, response);
    }
  }

  private static void readToTheEnd(HttpServletRequest request, HttpServletResponse response) {
    try {
      ServletInputStream body = request.getInputStream();
      if (body.isFinished()) {
        return;
      }
      response.flushBuffer();
      byte[] buffer = new byte[8_192];
      long left = BYTES_MAX;
      int read = 0;
      while (left > 0 && read >= 0) {
        read = body.read(buffer);
        left -= read;
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("The rest of a refused body was not read", e);
    }
  }
}
