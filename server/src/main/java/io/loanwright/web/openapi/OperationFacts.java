package io.loanwright.web.openapi;

import io.loanwright.access.AskedAgain;
import io.loanwright.access.OpenToAll;
import io.loanwright.access.Permission;
import io.loanwright.access.Permitted;
import io.loanwright.web.ListOrder;
import io.loanwright.web.Page;
import io.loanwright.web.SortedBy;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What every operation has in common: refusals, who may call it, how lists are paged. */
@Component
class OperationFacts implements GlobalOperationCustomizer {

  private static final String PERMISSIONS = "x-permissions";

  /** Who has a second factor is asked for it again: 403 {@code confirmation-due}. */
  private static final String ASKED_AGAIN = "x-asked-again";

  private static final int CURSOR_MAX = 1_000;

  private static final Map<String, String> REFUSALS =
      Map.of(
          "400", "The input is malformed or invalid; `errors` names the fields",
          "401", "Not signed in, or the token has expired",
          "403", "The role lacks the permission",
          "404", "It does not exist, or is out of the caller's scope",
          "409", "The state of the thing forbids it, or another change came first",
          "413", "The request is too large",
          "415", "The content type is not the one that is expected",
          "422", "The values break a rule",
          "429", "Too many requests in a short time; see Retry-After");

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    boolean open = handler.hasMethodAnnotation(OpenToAll.class);
    Permitted permitted = handler.getMethodAnnotation(Permitted.class);
    if (open) {
      operation.setSecurity(List.of());
    }
    if (permitted != null && permitted.value().length > 0) {
      operation.addExtension(
          PERMISSIONS, Arrays.stream(permitted.value()).map(Permission::text).toList());
    }
    if (handler.hasMethodAnnotation(AskedAgain.class)) {
      operation.addExtension(ASKED_AGAIN, true);
    }
    List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
    parameters.forEach(OperationFacts::bound);
    String orders = orders(handler);
    parameters.stream()
        .filter(parameter -> "sort".equals(parameter.getName()))
        .forEach(sort -> sort.setDescription(orders));

    ApiResponses responses = operation.getResponses();
    addSuccess(responses);
    boolean changes = changes(handler);
    boolean hasBody = operation.getRequestBody() != null;
    add(responses, hasBody || !parameters.isEmpty(), "400");
    add(responses, !open, "401");
    add(responses, permitted != null && permitted.value().length > 0, "403");
    add(responses, parameters.stream().anyMatch(p -> "path".equals(p.getIn())), "404");
    add(responses, changes && !open, "409", "422");
    add(responses, hasBody, "413", "415");
    add(responses, true, "429");
    responses.forEach((status, response) -> {
      // The health of the program, which is open to all, has its own answer for 503.
      if (status.startsWith("4") || (!open && status.startsWith("5"))) {
        response.setContent(problem());
      }
    });
    return operation;
  }

  /** A method that names its refusals only still succeeds; springdoc gave them its return type. */
  private static void addSuccess(ApiResponses responses) {
    if (responses.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
      Content content =
          responses.values().stream().map(ApiResponse::getContent).findFirst().orElseThrow();
      responses.addApiResponse("200", new ApiResponse().description("OK").content(content));
    }
  }

  private static void add(ApiResponses responses, boolean possible, String... statuses) {
    for (String status : statuses) {
      if (possible && !responses.containsKey(status)) {
        responses.addApiResponse(status, new ApiResponse().description(REFUSALS.get(status)));
      }
    }
  }

  private static Content problem() {
    Schema<?> reference = new Schema<>().$ref("#/components/schemas/Problem");
    return new Content()
        .addMediaType("application/problem+json", new MediaType().schema(reference));
  }

  /** A schema of its own: whole numbers of other parameters share one. */
  private static Schema<Integer> limit() {
    Schema<Integer> limit = new Schema<>(SpecVersion.V31);
    limit.setTypes(Set.of("integer"));
    limit.setFormat("int32");
    limit.setMinimum(BigDecimal.ONE);
    limit.setMaximum(BigDecimal.valueOf(Page.LIMIT_MAX));
    return limit;
  }

  /** As {@link #limit()}: texts of other parameters share one. */
  private static Schema<String> cursor() {
    Schema<String> cursor = new Schema<>(SpecVersion.V31);
    cursor.setTypes(Set.of("string"));
    cursor.setMaxLength(CURSOR_MAX);
    return cursor;
  }

  /** Says what is checked in one place for all lists; an absent parameter is absent, not null. */
  private static void bound(Parameter parameter) {
    Schema<?> schema = parameter.getSchema();
    if (schema == null || !"query".equals(parameter.getIn())) {
      return;
    }
    if (schema.getTypes() != null) {
      schema.getTypes().remove("null");
    }
    if (Integer.valueOf(0).equals(schema.getMinLength())) {
      schema.setMinLength(null);
    }
    switch (parameter.getName()) {
      case "limit" -> {
        parameter.setSchema(limit());
        parameter.setDescription("The most rows to answer; " + Page.LIMIT_DEFAULT + " if left out");
      }
      case "cursor" -> {
        parameter.setSchema(cursor());
        parameter.setDescription("`next` of the page before");
      }
      default -> {}
    }
  }

  /** Returns the orders of a list, in words; null for what is no such list. */
  private static @Nullable String orders(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .map(parameter -> parameter.getParameterAnnotation(SortedBy.class))
        .filter(Objects::nonNull)
        .map(sorted ->
            "The order, one of " + ListOrder.words(List.of(sorted.value().getEnumConstants())))
        .findFirst()
        .orElse(null);
  }

  private static boolean changes(HandlerMethod handler) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
    return mapping != null
        && Arrays.stream(mapping.method()).anyMatch(method -> method != RequestMethod.GET);
  }
}
