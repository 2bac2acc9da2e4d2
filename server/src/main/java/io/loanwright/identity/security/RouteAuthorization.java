package io.loanwright.identity.security;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.Caller;
import io.loanwright.access.OpenToAll;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Opens a route to whom its controller method names, and to nobody if it names nobody.
 *
 * <p>It asks before the request's body and parameters are read, so a caller without the permission
 * gets 403 for whatever he sends, and none of it is parsed for him. An address or method that no
 * controller serves gets its 404 or 405 from the dispatcher, after sign-in.
 */
@Component
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

  private static final AuthorizationDecision GRANTED = new AuthorizationDecision(true);
  private static final AuthorizationDecision REFUSED = new AuthorizationDecision(false);

  private final ObjectProvider<RequestMappingHandlerMapping> controllers;

  RouteAuthorization(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> controllers) {
    this.controllers = controllers;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    Optional<HandlerMethod> method = method(context.getRequest());
    if (method.isPresent() && method.get().hasMethodAnnotation(OpenToAll.class)) {
      return GRANTED;
    }
    if (!(authentication.get() instanceof SignedIn signedIn)) {
      return REFUSED;
    }
    return method.map(served -> decide(served, signedIn)).orElse(GRANTED);
  }

  /** Decides by the role, and then by how much the caller has shown. */
  private static AuthorizationDecision decide(HandlerMethod method, SignedIn signedIn) {
    AuthorizationDecision decision = decide(method, signedIn.getPrincipal());
    if (!decision.isGranted()) {
      if (signedIn.lacksFactor()) {
        throw NotShown.factorLacking();
      }
      return decision;
    }
    if (signedIn.isConfirmationDue() && method.hasMethodAnnotation(AskedAgain.class)) {
      throw NotShown.confirmationDue();
    }
    return decision;
  }

  /** Returns what a method's annotation says about a signed-in caller. */
  static AuthorizationDecision decide(HandlerMethod method, Caller caller) {
    Permitted permitted = method.getMethodAnnotation(Permitted.class);
    if (permitted == null) {
      return REFUSED;
    }
    Permission[] any = permitted.value();
    return any.length == 0 || Arrays.stream(any).anyMatch(caller::may) ? GRANTED : REFUSED;
  }

  private Optional<HandlerMethod> method(HttpServletRequest request) {
    if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
      ServletRequestPathUtils.parseAndCache(request);
    }
    try {
      HandlerExecutionChain chain = controllers.getObject().getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method
          ? Optional.of(method)
          : Optional.empty();
    } catch (ServletException _) {
      return Optional.empty();
    } catch (Exception e) {
      throw new IllegalStateException("The route of a request could not be found", e);
    }
  }
}
