package io.loanwright.web.openapi;

import io.loanwright.access.Caller;
import io.loanwright.access.Origin;
import io.loanwright.web.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What the document says of the API as a whole, and in which order it says everything. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  static final String BEARER = "bearer";

  private static final String INTRODUCTION =
      """
      Amounts are decimal strings in the currency given beside them. Dates are ISO 8601. Lists answer \
      one page, and `next` is the cursor of the following one, or null. Every refusal is an RFC 9457 \
      problem whose `code` is stable.\
      """;

  static {
    // What the application finds out by itself is no input; any JSON is any JSON.
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class, Origin.class)
        .replaceWithSchema(JsonNode.class, new JsonSchema());
  }

  @Bean
  OpenAPI openApi() {
    SecurityScheme bearer =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .bearerFormat("JWT")
            .description("The access token of `POST /api/auth/login`");
    return new OpenAPI()
        .info(
            new Info()
                .title("Loanwright")
                .version("0.1.0")
                .description(INTRODUCTION)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/")))
        .components(new Components().addSecuritySchemes(BEARER, bearer))
        .addSecurityItem(new SecurityRequirement().addList(BEARER));
  }

  @Bean
  GlobalOpenApiCustomizer problemsAndOrder(RecordSchemas records) {
    return document -> {
      records.requireOwnNames();
      Components components = document.getComponents();
      ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
      components.setSchemas(sortedSchemas(components));
      document.setPaths(sorted(document.getPaths()));
      if (document.getTags() != null) {
        document.setTags(
            document.getTags().stream().sorted(Comparator.comparing(Tag::getName)).toList());
      }
    };
  }

  @SuppressWarnings("rawtypes") // the model of OpenAPI has its schemas without type arguments
  private static Map<String, Schema> sortedSchemas(Components components) {
    return new TreeMap<>(components.getSchemas());
  }

  private static Paths sorted(Paths paths) {
    Paths sorted = new Paths();
    new TreeMap<>(paths)
        .forEach((path, item) -> {
          item.readOperations()
              .forEach(operation -> operation.setResponses(sorted(operation.getResponses())));
          sorted.addPathItem(path, item);
        });
    return sorted;
  }

  private static ApiResponses sorted(ApiResponses responses) {
    ApiResponses sorted = new ApiResponses();
    for (Map.Entry<String, ApiResponse> response : new TreeMap<>(responses).entrySet()) {
      sorted.addApiResponse(response.getKey(), response.getValue());
    }
    return sorted;
  }
}
