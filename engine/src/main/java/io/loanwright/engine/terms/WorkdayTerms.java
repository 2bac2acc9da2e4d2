package io.loanwright.engine.terms;

import io.loanwright.engine.date.WorkdayShift;
import io.loanwright.engine.date.Workdays;

/**
 * What happens to due dates that are no working days.
 *
 * <p>Installments that are counted in days are counted in working days instead: "every day" means
 * every day on which somebody collects.
 *
 * @param workdays the lender's working days, as they were known when the terms were agreed
 * @param shift where a due date moves
 * @param interest whether the interest moves with it
 */
public record WorkdayTerms(Workdays workdays, WorkdayShift shift, ShiftedInterest interest) {}
