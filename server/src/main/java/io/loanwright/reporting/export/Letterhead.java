package io.loanwright.reporting.export;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What stands on every page of a paper.
 *
 * @param organization whose paper it is
 * @param businessDate its day when the paper was made
 * @param madeBy who made it
 * @param locale how its people read figures
 */
public record Letterhead(
    String organization, LocalDate businessDate, String madeBy, Locale locale) {}
