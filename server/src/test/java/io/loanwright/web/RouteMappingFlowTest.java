package io.loanwright.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.loanwright.testing.FlowTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Each route is found by its path and method, as often as it is looked for. */
@FlowTest
class RouteMappingFlowTest {

  private final RequestMappingHandlerMapping mapping;

  RouteMappingFlowTest(
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
    this.mapping = mapping;
  }

  @Test
  void eachRouteIsFoundTwiceWithWhatItsPathSays() throws Exception {
    assertThat(mapping).isInstanceOf(RouteMapping.class);
    int seen = 0;
    for (Map.Entry<RequestMappingInfo, HandlerMethod> route :
        mapping.getHandlerMethods().entrySet()) {
      for (String pattern : route.getKey().getPatternValues()) {
        for (RequestMethod method : route.getKey().getMethodsCondition().getMethods()) {
          MockHttpServletRequest request = request(method.name(), pattern);
          accept(request, route.getKey());
          assertThat(found(request)).as("%s %s", method, pattern).contains(route.getValue());
          assertThat(found(request)).as("again").contains(route.getValue());
          assertThat(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
              .asInstanceOf(InstanceOfAssertFactories.MAP)
              .hasSameSizeAs(variables(pattern));
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(200);
  }

  private Optional<HandlerMethod> found(MockHttpServletRequest request) throws Exception {
    HandlerExecutionChain chain = mapping.getHandler(request);
    return chain != null && chain.getHandler() instanceof HandlerMethod method
        ? Optional.of(
            method.getResolvedFromHandlerMethod() == null
                ? method
                : method.getResolvedFromHandlerMethod())
        : Optional.empty();
  }

  private static MockHttpServletRequest request(String method, String pattern) {
    String path =
        pattern
            .replaceAll("\\{[^}:]*:([^|}]*)[^}]*}", "$1")
            .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    ServletRequestPathUtils.parseAndCache(request);
    return request;
  }

  private static void accept(MockHttpServletRequest request, RequestMappingInfo route) {
    route.getConsumesCondition().getConsumableMediaTypes().stream()
        .findFirst()
        .map(MediaType::toString)
        .ifPresent(request::setContentType);
    route.getProducesCondition().getProducibleMediaTypes().stream()
        .findFirst()
        .ifPresent(type -> request.addHeader("Accept", type.toString()));
  }

  private static List<String> variables(String pattern) {
    return Pattern.compile("\\{[^}]*}").matcher(pattern).results().map(MatchResult::group).toList();
  }
}
