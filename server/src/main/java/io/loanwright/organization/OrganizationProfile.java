package io.loanwright.organization;

import io.loanwright.engine.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the organization.
 *
 * @param name as it stands on papers
 * @param currency the currency of its books' summaries and of new products; ISO 4217
 * @param timeZone where its calendar date changes
 * @param locale how its people read numbers and dates; BCP 47
 * @param businessDate its current day; what rules call "today"
 * @param registration whether borrowers may make an account themselves
 * @param cashLimit the most that one person takes at once, in that currency; null if none is set
 * @param closeAt from which time of day on, in that zone, the days before are closed by the
 *     program; null: people close them
 * @param setUp false until somebody has set the installation up; the other figures are defaults
 *     then
 * @param version counts the changes
 */
public record OrganizationProfile(
    String name,
    Currency currency,
    ZoneId timeZone,
    String locale,
    LocalDate businessDate,
    Registration registration,
    @Nullable Money cashLimit,
    @Nullable LocalTime closeAt,
    boolean setUp,
    long version) {

  /** How borrowers come to an account of their own. */
  public enum Registration {
    /** Whoever wants to. */
    OPEN,
    /** By invitation only. */
    INVITE,
    /** Not at all. */
    OFF
  }
}
