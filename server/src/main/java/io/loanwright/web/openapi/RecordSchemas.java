package io.loanwright.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads from a record which of its fields are always there.
 *
 * <p>All our packages are {@code @NullMarked}: a component without {@code @Nullable} is required,
 * one with it may be left out or be null. Where {@code @JsonInclude} keeps fields out of the JSON,
 * those are optional but never null.
 */
@Component
class RecordSchemas implements ModelConverter {

  private final Map<String, Class<?>> owners = new ConcurrentHashMap<>();
  private final Set<String> clashes = ConcurrentHashMap.newKeySet();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> resolved = chain.next().resolve(type, context, chain);
    Class<?> raw = raw(type);
    if (resolved != null && raw != null && raw.isRecord()) {
      Schema<?> model = model(resolved, context);
      if (model.getProperties() != null) {
        claimName(resolved, raw);
        describe(raw, model);
      }
    }
    return resolved;
  }

  /**
   * Refuses a description in which two records have one name: the first would hide the second.
   *
   * @throws IllegalStateException with both classes
   */
  void requireOwnNames() {
    if (!clashes.isEmpty()) {
      throw new IllegalStateException(
          "These have one name in the API; give one of them another by @Schema(name): " + clashes);
    }
  }

  private void claimName(Schema<?> resolved, Class<?> raw) {
    String reference = resolved.get$ref();
    Class<?> first = reference == null ? raw : owners.computeIfAbsent(reference, _ -> raw);
    if (!first.equals(raw)) {
      clashes.add(first.getName() + " and " + raw.getName());
    }
  }

  private static void describe(Class<?> raw, Schema<?> model) {
    JsonInclude included = raw.getAnnotation(JsonInclude.class);
    JsonInclude.Include rule = included == null ? JsonInclude.Include.ALWAYS : included.value();
    Set<String> required = new LinkedHashSet<>();
    for (RecordComponent component : raw.getRecordComponents()) {
      String name = component.getName();
      Schema<?> property = model.getProperties().get(name);
      if (property == null) {
        continue;
      }
      boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!nullable && !leftOutWhereEmpty(component, rule)) {
        required.add(name);
      }
      trimLength(component, property);
      if (nullable && rule == JsonInclude.Include.ALWAYS) {
        model.addProperty(name, orNull(property));
      }
    }
    model.setRequired(required.isEmpty() ? null : new ArrayList<>(required));
  }

  /** {@code @Size} without a minimum says a minimum of 0, and hides that of {@code @NotBlank}. */
  private static void trimLength(RecordComponent component, Schema<?> property) {
    if (Objects.equals(property.getMinLength(), 0)) {
      boolean filled =
          component.getAccessor().isAnnotationPresent(NotBlank.class)
              || component.getAccessor().isAnnotationPresent(NotEmpty.class);
      property.setMinLength(filled ? 1 : null);
    }
  }

  private static boolean leftOutWhereEmpty(RecordComponent component, JsonInclude.Include rule) {
    return rule == JsonInclude.Include.NON_EMPTY
        && (Collection.class.isAssignableFrom(component.getType())
            || Map.class.isAssignableFrom(component.getType()));
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      JsonSchema nothing = new JsonSchema();
      nothing.addType("null");
      JsonSchema either = new JsonSchema();
      either.setOneOf(List.of(new JsonSchema().$ref(property.get$ref()), nothing));
      either.setDescription(property.getDescription());
      return either;
    }
    if (property.getTypes() != null && !property.getTypes().isEmpty()) {
      property.addType("null");
      if (property.getEnum() != null && !property.getEnum().contains(null)) {
        addNull(property);
      }
    }
    return property;
  }

  /** An enumeration that may be null must list null, or null would match the type only. */
  private static <T> void addNull(Schema<T> property) {
    List<T> values = new ArrayList<>(property.getEnum());
    values.add(null);
    property.setEnum(values);
  }

  private static Schema<?> model(Schema<?> resolved, ModelConverterContext context) {
    String reference = resolved.get$ref();
    if (reference == null) {
      return resolved;
    }
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    Schema<?> defined = context.getDefinedModels().get(name);
    return defined == null ? resolved : defined;
  }

  private static @Nullable Class<?> raw(AnnotatedType type) {
    if (type.getType() == null) {
      return null;
    }
    JavaType constructed = Json31.mapper().constructType(type.getType());
    return constructed.getRawClass();
  }
}
