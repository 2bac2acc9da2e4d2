package io.loanwright.organization.web;

import io.loanwright.organization.SettingsText;
import io.loanwright.web.FieldError;
import io.loanwright.web.ProblemException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads settings as people type them; what makes no sense is a 400 that names the field. */
final class SettingsInput {

  private SettingsInput() {}

  static String name(String field, String text) {
    return or400(SettingsText.name(text), field, FieldError.MISSING);
  }

  static ZoneId timeZone(String field, String text) {
    return or400(SettingsText.timeZone(text), field, "must be a time zone like Africa/Nairobi");
  }

  static String locale(String field, String text) {
    return or400(SettingsText.locale(text), field, "must be a language tag like en-KE");
  }

  static LocalTime time(String field, String text) {
    return or400(SettingsText.time(text), field, "must be a time of day like 00:30");
  }

  private static <T> T or400(Optional<T> value, String field, String message) {
    return value.orElseThrow(() -> ProblemException.invalid(field, message));
  }
}
