package io.loanwright.web.limits;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Requests that a limit covers, matched as the dispatcher matches them.
 *
 * @param method the HTTP method; null for any
 * @param isSearch whether only requests with the parameter {@code search} are meant
 */
record Route(@Nullable String method, PathPattern path, boolean isSearch) {

  /** A search, or a parameter whose name is written so that it may be one. */
  private static final Pattern SEARCH = Pattern.compile("(?:^|&)(?:search|[^=&]*%[^=&]*)=");

  /** Reads {@code GET /api/loans?search}; without a method, any is meant. */
  static Route parse(String text) {
    int space = text.indexOf(' ');
    boolean isSearch = text.endsWith("?search");
    String path = text.substring(space + 1).replace("?search", "");
    return new Route(
        space < 0 ? null : text.substring(0, space),
        PathPatternParser.defaultInstance.parse(path),
        isSearch);
  }

  boolean covers(Request request) {
    return (method == null || method.equals(request.method()))
        && path.matches(request.path())
        && (!isSearch || SEARCH.matcher(request.query()).find());
  }
}
