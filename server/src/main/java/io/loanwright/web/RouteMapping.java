package io.loanwright.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for the route of a request once: for who checks permissions and for the dispatcher. Routes
 * that begin otherwise than the request are passed over, before all that makes a route is compared.
 */
final class RouteMapping extends RequestMappingHandlerMapping {

  private static final String FOUND = RouteMapping.class.getName();

  /** The path whose route is looked for: asking the request for it takes as long as comparing. */
  private static final ScopedValue<String> LOOKED_FOR = ScopedValue.newInstance();

  /** What takes the rest of a path takes none of it, too, with the slash before it left out. */
  private static final Pattern VARIABLE = Pattern.compile("/?(?:\\{\\*|\\*\\*)|[{*?]");

  private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

  /** What a request asked for, and the route that serves it. */
  private record Found(String path, String method, RequestMappingInfo match, HandlerMethod serves) {

    boolean isOf(String asked, HttpServletRequest request) {
      return path.equals(asked) && method.equals(request.getMethod());
    }
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    if (request.getAttribute(FOUND) instanceof Found found && found.isOf(path, request)) {
      request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.serves());
      super.handleMatch(found.match(), path, request);
      return found.serves();
    }
    return ScopedValue.where(LOOKED_FOR, path).call(() -> super.lookupHandlerMethod(path, request));
  }

  @Override
  protected void handleMatch(RequestMappingInfo match, String path, HttpServletRequest request) {
    super.handleMatch(match, path, request);
    if (request.getAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod serves) {
      request.setAttribute(FOUND, new Found(path, request.getMethod(), match, serves));
    }
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo mapping, HttpServletRequest request) {
    return !LOOKED_FOR.isBound() || mayBegin(mapping, LOOKED_FOR.get())
        ? super.getMatchingMapping(mapping, request)
        : null;
  }

  /** What is written otherwise than it is read is left to Spring. */
  private boolean mayBegin(RequestMappingInfo mapping, String path) {
    if (path.indexOf('%') >= 0) {
      return true;
    }
    // Looked up without a lock, which each request would take for most routes.
    List<String> known = beginnings.get(mapping);
    if (known == null) {
      known = beginnings.computeIfAbsent(mapping, RouteMapping::beginnings);
    }
    for (String beginning : known) {
      if (path.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  /** Returns what stands before the first variable of each path of a route. */
  private static List<String> beginnings(RequestMappingInfo mapping) {
    return mapping.getPatternValues().stream().map(RouteMapping::beginning).toList();
  }

  static String beginning(String pattern) {
    return VARIABLE.split(pattern, 2)[0];
  }
}
