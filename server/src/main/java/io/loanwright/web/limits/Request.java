package io.loanwright.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What of a request decides which limits cover it.
 *
 * @param method the HTTP method; GET for HEAD, which costs as much
 * @param path its path, whatever of it was encoded
 * @param query what stands behind the question mark; empty if nothing does
 */
record Request(String method, PathContainer path, String query) {

  static Request of(HttpServletRequest request) {
    RequestPath path =
        ServletRequestPathUtils.hasParsedRequestPath(request)
            ? ServletRequestPathUtils.getParsedRequestPath(request)
            : ServletRequestPathUtils.parseAndCache(request);
    return new Request(
        request.getMethod().equals("HEAD") ? "GET" : request.getMethod(),
        path.pathWithinApplication(),
        Objects.requireNonNullElse(request.getQueryString(), ""));
  }
}
