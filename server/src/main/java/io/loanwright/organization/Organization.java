package io.loanwright.organization;

import io.loanwright.access.Caller;
import io.loanwright.audit.AuditTrail;
import io.loanwright.audit.Subject;
import io.loanwright.organization.OrganizationProfile.Registration;
import io.loanwright.together.Rows;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organization's settings and its business date. */
@Component
public class Organization {

  private static final Currency CURRENCY_BEFORE_SET_UP = Currency.getInstance("USD");

  private final ProfileRow row;
  private final AuditTrail trail;
  private final Clock clock;
  private final Optional<LocalDate> firstBusinessDate;

  Organization(
      ProfileRow row,
      AuditTrail trail,
      Clock clock,
      @Value("${loanwright.business-date:}") String firstBusinessDate) {
    this.row = row;
    this.trail = trail;
    this.clock = clock;
    this.firstBusinessDate =
        firstBusinessDate.isBlank()
            ? Optional.empty()
            : Optional.of(LocalDate.parse(firstBusinessDate.strip()));
  }

  /** Returns the settings as they are now; defaults until the installation is set up. */
  public OrganizationProfile current() {
    return Rows.known(this, AuditTrail.noId(), OrganizationProfile.class)
        .or(row::read)
        .orElseGet(this::beforeSetUp);
  }

  /** Reads the settings for all commands of a transaction that carries out several. */
  public void readAhead() {
    row.read().ifPresent(profile -> Rows.know(this, Map.of(AuditTrail.noId(), profile)));
  }

  /** Returns the organization's current day. */
  public LocalDate businessDate() {
    return current().businessDate();
  }

  /**
   * Returns the date on the calendar where the organization is; no rule but the closing of days may
   * use it.
   */
  public LocalDate calendarDate() {
    return LocalDate.ofInstant(clock.instant(), current().timeZone());
  }

  /**
   * Sets the installation up, in the caller's transaction.
   *
   * @return false if it has been set up before, by whomever; nothing changes then
   */
  @Transactional
  public boolean setUp(Caller caller, OrganizationSettings settings) {
    LocalDate first =
        firstBusinessDate.orElseGet(
            () -> LocalDate.ofInstant(clock.instant(), settings.timeZone()));
    if (!row.insert(settings, first)) {
      return false;
    }
    trail.record(
        caller, "organization.set_up", subject(settings.name()), null, shown(current()), null);
    return true;
  }

  /**
   * Changes the settings.
   *
   * @param version the version that the change was made from
   */
  @Transactional
  public SettingsOutcome change(Caller caller, OrganizationSettings settings, long version) {
    Optional<OrganizationProfile> before = row.lock();
    if (before.isEmpty()) {
      return new SettingsOutcome.NotSetUp();
    }
    if (before.get().version() != version) {
      return new SettingsOutcome.Stale(before.get().version());
    }
    row.update(settings);
    OrganizationProfile after = current();
    trail.record(
        caller,
        "organization.change",
        subject(after.name()),
        shown(before.get()),
        shown(after),
        null);
    return new SettingsOutcome.Changed(after);
  }

  static Subject subject(String name) {
    return new Subject("organization", AuditTrail.noId(), name);
  }

  private static Shown shown(OrganizationProfile profile) {
    return new Shown(
        profile.name(),
        profile.currency().getCurrencyCode(),
        profile.timeZone().getId(),
        profile.locale(),
        profile.registration(),
        profile.businessDate(),
        profile.cashLimit() == null ? null : profile.cashLimit().toString(),
        profile.closeAt() == null ? null : profile.closeAt().toString());
  }

  private OrganizationProfile beforeSetUp() {
    ZoneId zone = ZoneOffset.UTC;
    return new OrganizationProfile(
        "Loanwright",
        CURRENCY_BEFORE_SET_UP,
        zone,
        "en",
        firstBusinessDate.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone)),
        Registration.OFF,
        null,
        null,
        false,
        0);
  }

  private record Shown(
      String name,
      String currency,
      String timeZone,
      String locale,
      Registration registration,
      LocalDate businessDate,
      @Nullable String cashLimit,
      @Nullable String closeAt) {}
}
