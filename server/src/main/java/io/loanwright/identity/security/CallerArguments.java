package io.loanwright.identity.security;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands controller methods their {@link Caller}, their {@link SignedIn} session or the {@link
 * Origin} of the request.
 */
@Configuration(proxyBeanMethods = false)
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  private static final Set<Class<?>> TYPES = Set.of(Caller.class, SignedIn.class, Origin.class);

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return TYPES.contains(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Class<?> type = parameter.getParameterType();
    if (type == Origin.class) {
      return Origins.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (!(authentication instanceof SignedIn signedIn)) {
      throw new AuthenticationCredentialsNotFoundException("Not signed in");
    }
    return type == SignedIn.class ? signedIn : signedIn.getPrincipal();
  }
}
