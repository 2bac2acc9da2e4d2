package io.loanwright.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.jdk.UUIDDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads requests strictly: what is not understood is refused, never guessed.
 *
 * <p>A number is no text, so an amount sent as a JSON number is refused: it may have passed through
 * a binary fraction on its way. Text has no NUL. Dates are ISO and lie within {@link #EARLIEST} and
 * {@link #LATEST}.
 */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration implements WebMvcConfigurer {

  static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private static final String RANGE = "must lie between " + EARLIEST + " and " + LATEST;

  private static final List<Class<?>> CONVERTERS =
      List.of(
          JacksonJsonHttpMessageConverter.class,
          ByteArrayHttpMessageConverter.class,
          StringHttpMessageConverter.class,
          ResourceHttpMessageConverter.class,
          ResourceRegionHttpMessageConverter.class);

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    SimpleModule strict = new SimpleModule("strict");
    strict.addDeserializer(LocalDate.class, new DateDeserializer());
    strict.addDeserializer(String.class, new TextDeserializer());
    strict.addDeserializer(UUID.class, new IdDeserializer());
    return builder ->
        builder
            .withCoercionConfig(
                LogicalType.Textual,
                config ->
                    config
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .addModule(strict);
  }

  /**
   * Keeps of what the class path happens to offer the readers and writers of JSON and of bytes as
   * they are; YAML, XML and the like are no way in.
   */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.configureMessageConvertersList(converters ->
        converters.removeIf(
            converter -> CONVERTERS.stream().noneMatch(kept -> kept.isInstance(converter))));
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, LocalDate.class, text -> date(text.strip()));
    registry.addConverter(String.class, Instant.class, text -> moment(text.strip()));
  }

  /** Reads a moment of a request, on a day that a {@link #date} may be. */
  private static Instant moment(String text) {
    Instant moment = Instant.parse(text);
    Instant end = LATEST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (moment.isBefore(EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant())
        || !moment.isBefore(end)) {
      throw new IllegalArgumentException(RANGE);
    }
    return moment;
  }

  /**
   * Reads a date of a request.
   *
   * @throws IllegalArgumentException if it is none or out of range, with words for the client
   */
  static LocalDate date(String text) {
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
        throw new IllegalArgumentException(RANGE);
      }
      return date;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("must be a date like 2026-01-31", e);
    }
  }

  /** Refuses the one character that PostgreSQL cannot keep. */
  private static final class TextDeserializer extends StringDeserializer {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = super.deserialize(parser, context);
      if (text != null && text.indexOf('\0') >= 0) {
        throw new InvalidFormatException(
            parser, "must not contain the character NUL", text, String.class);
      }
      return text;
    }
  }

  /** Refuses characters that nobody types, which would otherwise be no id at all. */
  private static final class IdDeserializer extends UUIDDeserializer {

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) {
      if (parser.hasToken(JsonToken.VALUE_STRING)
          && parser.getString().chars().anyMatch(Character::isISOControl)) {
        throw new InvalidFormatException(
            parser, InvalidFields.expectation(UUID.class), parser.getString(), UUID.class);
      }
      return super.deserialize(parser, context);
    }
  }

  private static final class DateDeserializer extends StdDeserializer<LocalDate> {

    DateDeserializer() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw new InvalidFormatException(
            parser, "must be a date like 2026-01-31", parser.getString(), LocalDate.class);
      }
      try {
        return date(parser.getString());
      } catch (IllegalArgumentException e) {
        throw new InvalidFormatException(
            parser, String.valueOf(e.getMessage()), parser.getString(), LocalDate.class);
      }
    }
  }
}
