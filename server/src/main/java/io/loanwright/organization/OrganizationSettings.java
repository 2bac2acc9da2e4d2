package io.loanwright.organization;

import io.loanwright.engine.money.Money;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The settings that people choose; {@link OrganizationProfile} says what each means. */
public record OrganizationSettings(
    String name,
    Currency currency,
    ZoneId timeZone,
    String locale,
    OrganizationProfile.Registration registration,
    @Nullable Money cashLimit,
    @Nullable LocalTime closeAt) {}
