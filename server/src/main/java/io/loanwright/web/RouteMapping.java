package io.loanwright.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Looks for the route of a request once: for who checks permissions and for the dispatcher. */
final class RouteMapping extends RequestMappingHandlerMapping {

  private static final String FOUND = RouteMapping.class.getName();

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
    return super.lookupHandlerMethod(path, request);
  }

  @Override
  protected void handleMatch(RequestMappingInfo match, String path, HttpServletRequest request) {
    super.handleMatch(match, path, request);
    if (request.getAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod serves) {
      request.setAttribute(FOUND, new Found(path, request.getMethod(), match, serves));
    }
  }
}
