package io.loanwright.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a change says about a value that can be taken away: left out, the wish itself is null and
 * the value stays; JSON's null is a wish for none.
 *
 * @param value what it shall be; null for none
 */
@JsonDeserialize(using = Wish.Reader.class)
public record Wish<T>(@Nullable T value) {

  /** Returns what a value shall be. */
  public static <T> @Nullable T of(@Nullable Wish<T> wish, @Nullable T now) {
    return wish == null ? now : wish.value();
  }

  /** Tells JSON's null from a field that is left out. */
  static final class Reader extends ValueDeserializer<Wish<?>> {

    private final @Nullable JavaType wanted;

    Reader() {
      this(null);
    }

    private Reader(@Nullable JavaType wanted) {
      this.wanted = wanted;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      return new Reader(context.getContextualType().containedTypeOrUnknown(0));
    }

    @Override
    public Wish<?> deserialize(JsonParser parser, DeserializationContext context) {
      return new Wish<>(context.readValue(parser, wanted));
    }

    @Override
    public Wish<?> getNullValue(DeserializationContext context) {
      return new Wish<>(null);
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      return null;
    }
  }
}
