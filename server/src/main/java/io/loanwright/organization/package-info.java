/**
 * The organization of this installation: its settings, branches, working calendar, business date
 * and long jobs.
 *
 * <p>One installation is one organization. Until it is set up it has no profile, and {@link
 * io.loanwright.organization.Organization#current} answers with defaults. The business date is the
 * organization's current day: rules take it as their "today", and it moves only by closing the day
 * ({@link io.loanwright.organization.DayClosed} tells other modules that it did).
 *
 * <p>A job is work too long for one request. Its progress is in the database, it can be watched and
 * cancelled by any instance, and one whose process died is marked as failed. Whoever starts jobs
 * makes them safe to run again. What a close leaves to be done loan by loan is somebody else's:
 * {@link io.loanwright.organization.spi.DayWork}. Days are closed by people, or {@link
 * io.loanwright.organization.ClosingByItself by the program}.
 *
 * <p>Publishes the view {@code organization.letterhead}.
 */
@ApplicationModule(
    displayName = "organization",
    allowedDependencies = {"audit", "audit :: spi", "engine"})
@NullMarked
package io.loanwright.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
