package io.loanwright.organization;

import java.time.ZoneId;
import java.util.Currency;

/** The settings that people choose; {@link OrganizationProfile} says what each means. */
public record OrganizationSettings(
    String name,
    Currency currency,
    ZoneId timeZone,
    String locale,
    OrganizationProfile.Registration registration) {}
