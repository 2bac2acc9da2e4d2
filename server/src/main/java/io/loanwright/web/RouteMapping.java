package io.loanwright.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the route of a request among those that begin alike, and once a request: it is asked for by
 * who checks permissions and then by the dispatcher.
 *
 * <p>Spring compares a path with an id in it with every route that there is. What is not found
 * here, is found twice, or has a method of its own kind, such as OPTIONS, is left to it.
 */
final class RouteMapping extends RequestMappingHandlerMapping {

  private static final String FOUND = RouteMapping.class.getName();
  private static final int SEGMENTS = 2;

  private volatile @Nullable Index index;

  /** What a request asks for, and the route that serves it. */
  private record Found(String path, String method, RequestMappingInfo match, HandlerMethod serves) {

    boolean isOf(String asked, HttpServletRequest request) {
      return path.equals(asked) && method.equals(request.getMethod());
    }
  }

  /**
   * Routes by method and beginning.
   *
   * @param others routes that have no such beginning
   */
  private record Index(
      Map<String, List<RequestMappingInfo>> routes,
      List<RequestMappingInfo> others,
      Map<RequestMappingInfo, HandlerMethod> methods) {}

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    Optional<Found> found =
        request.getAttribute(FOUND) instanceof Found before && before.isOf(path, request)
            ? Optional.of(before)
            : find(path, request);
    if (found.isEmpty()) {
      return super.lookupHandlerMethod(path, request);
    }
    Found route = found.get();
    request.setAttribute(FOUND, route);
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, route.serves());
    handleMatch(route.match(), path, request);
    return route.serves();
  }

  private Optional<Found> find(String path, HttpServletRequest request) {
    Index known = index();
    List<RequestMappingInfo> alike = known.routes().get(key(request.getMethod(), path));
    if (alike == null) {
      return Optional.empty();
    }
    Comparator<RequestMappingInfo> order = getMappingComparator(request);
    RequestMappingInfo best = null;
    HandlerMethod serves = null;
    for (List<RequestMappingInfo> some : List.of(alike, known.others())) {
      for (RequestMappingInfo route : some) {
        RequestMappingInfo match = getMatchingMapping(route, request);
        if (match == null) {
          continue;
        }
        int compared = best == null ? -1 : order.compare(match, best);
        if (compared == 0) {
          return Optional.empty();
        }
        if (compared < 0) {
          best = match;
          serves = known.methods().get(route);
        }
      }
    }
    return best == null || serves == null
        ? Optional.empty()
        : Optional.of(new Found(path, request.getMethod(), best, serves));
  }

  private Index index() {
    Index known = index;
    if (known == null) {
      known = made();
      index = known;
    }
    return known;
  }

  private Index made() {
    Map<RequestMappingInfo, HandlerMethod> methods = getHandlerMethods();
    Map<String, List<RequestMappingInfo>> routes = new HashMap<>();
    List<RequestMappingInfo> others = new ArrayList<>();
    for (RequestMappingInfo route : methods.keySet()) {
      List<String> keys = keys(route);
      if (keys.isEmpty()) {
        others.add(route);
      }
      keys.forEach(key -> routes.computeIfAbsent(key, _ -> new ArrayList<>()).add(route));
    }
    return new Index(routes, others, methods);
  }

  /** Returns nothing if a path or the methods are not plain. */
  private static List<String> keys(RequestMappingInfo route) {
    List<String> keys = new ArrayList<>();
    for (String pattern : route.getPatternValues()) {
      String beginning = beginning(pattern);
      if (beginning.isEmpty() || beginning.matches(".*[{}*?].*")) {
        return List.of();
      }
      for (RequestMethod method : route.getMethodsCondition().getMethods()) {
        keys.add(key(method.name(), pattern));
      }
    }
    return keys.stream().distinct().toList();
  }

  private static String key(String method, String path) {
    return method + " " + beginning(path);
  }

  /** Returns the first segments of a path; all of it if it has no more. */
  private static String beginning(String path) {
    int end = 0;
    for (int i = 0; i < SEGMENTS && end >= 0; i++) {
      end = path.indexOf('/', end + 1);
    }
    return end < 0 ? path : path.substring(0, end);
  }

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
    super.registerHandlerMethod(handler, method, mapping);
    index = null;
  }

  @Override
  public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
    super.registerMapping(mapping, handler, method);
    index = null;
  }

  @Override
  public void unregisterMapping(RequestMappingInfo mapping) {
    super.unregisterMapping(mapping);
    index = null;
  }
}
