package io.loanwright.organization;

import io.loanwright.audit.spi.TrailCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the trail when a day begins where the organization is. */
@Component
class OrganizationAsTrailCalendar implements TrailCalendar {

  private final ProfileRow row;

  OrganizationAsTrailCalendar(ProfileRow row) {
    this.row = row;
  }

  @Override
  public ZoneId timeZone() {
    return row.read().map(OrganizationProfile::timeZone).orElse(ZoneOffset.UTC);
  }

  @Override
  public Optional<LocalDate> businessDate() {
    return row.read().filter(OrganizationProfile::setUp).map(OrganizationProfile::businessDate);
  }
}
