package io.loanwright.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that a route does not have, as unknown fields of a body are refused.
 *
 * <p>A parameter that is passed over lies to whoever sent it: a misspelled cursor is the first page
 * for ever, a misspelled filter is everybody's records.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && isCheckable(request)) {
      Set<String> names = known.computeIfAbsent(method.getMethod(), _ -> names(method));
      List<FieldError> unknown =
          request.getParameterMap().keySet().stream()
              .filter(name -> !names.contains(name))
              .map(name -> new FieldError(name, words(names)))
              .toList();
      if (!unknown.isEmpty()) {
        throw ProblemException.invalid(unknown);
      }
    }
    return true;
  }

  /** What a route takes no form of stays unread here; the body's reader refuses its type. */
  private static boolean isCheckable(HttpServletRequest request) {
    String type = Objects.requireNonNullElse(request.getContentType(), "");
    return request.getDispatcherType() == DispatcherType.REQUEST
        && !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static String words(Set<String> names) {
    return names.isEmpty()
        ? "is not a known parameter"
        : "is not a known parameter; there are " + String.join(", ", names);
  }

  private static Set<String> names(HandlerMethod method) {
    Set<String> names = new TreeSet<>();
    Arrays.stream(method.getMethodParameters()).flatMap(KnownParameters::names).forEach(names::add);
    return names;
  }

  private static Stream<String> names(MethodParameter parameter) {
    RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
    if (param != null) {
      return Stream.of(named(param.name(), parameter));
    }
    RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
    if (part != null) {
      return Stream.of(named(part.name(), parameter));
    }
    return parameter.hasParameterAnnotation(ParameterObject.class)
        ? Arrays.stream(parameter.getParameterType().getRecordComponents())
            .map(RecordComponent::getName)
        : Stream.empty();
  }

  private static String named(String name, MethodParameter parameter) {
    return name.isEmpty() ? parameter.getParameter().getName() : name;
  }
}
