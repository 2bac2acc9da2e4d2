import { z } from 'zod';
import type { Schema } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';

type DueDay = Schema<'DueDay'>;

/** How a day of the month is named; empty for the day of the payout. */
export const DUE_DAYS = ['', 'MONTH_END', 'DAY_OF_MONTH', 'NTH_WEEKDAY', 'LAST_WEEKDAY'] as const;
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export const WORKDAY_SHIFTS = [
  ...(['NONE', 'FOLLOWING', 'PRECEDING', 'MODIFIED_FOLLOWING', 'MODIFIED_PRECEDING'] as const),
  ...(['MODIFIED_FOLLOWING_HALF_MONTH', 'NEAREST_BY_WEEKDAY', 'NEAREST_BY_DISTANCE'] as const),
] as const;
export const SHIFTED_INTERESTS = ['RUNS_UNTIL_DUE', 'AS_PLANNED'] as const;

const LONGEST_MONTH = 31;
const WEEKDAYS_IN_EVERY_MONTH = 4;

/** The highest number that a kind of day takes; undefined where it takes none. */
function mostOf(kind: (typeof DUE_DAYS)[number]): number | undefined {
  if (kind === 'DAY_OF_MONTH') return LONGEST_MONTH;
  return kind === 'NTH_WEEKDAY' ? WEEKDAYS_IN_EVERY_MONTH : undefined;
}

/** The day of the month on which installments fall due, as a form holds it; null for the day of the payout. */
const dueDay = z
  .object({ kind: z.enum(DUE_DAYS), ordinal: z.string().trim(), weekday: z.enum(WEEKDAYS) })
  .superRefine(({ kind, ordinal }, context) => {
    const most = mostOf(kind);
    if (most === undefined || (/^\d{1,2}$/.test(ordinal) && Number(ordinal) >= 1 && Number(ordinal) <= most)) return;
    context.addIssue({ code: 'custom', path: ['ordinal'], message: `A number from 1 to ${String(most)}.` });
  })
  .transform(({ kind, ordinal, weekday }): DueDay | null => {
    if (kind === '') return null;
    const hasWeekday = kind === 'NTH_WEEKDAY' || kind === 'LAST_WEEKDAY';
    return { kind, ...(mostOf(kind) && { ordinal: Number(ordinal) }), ...(hasWeekday && { weekday }) };
  });

/** When installments fall due. */
export const dueDatesShape = {
  dueDay,
  workdayShift: z.enum(WORKDAY_SHIFTS),
  shiftedInterest: z.enum(SHIFTED_INTERESTS),
};

type DueDayValues = z.input<typeof dueDay>;

export const USUAL_DUE_DATES = {
  dueDay: { kind: '', ordinal: '1', weekday: 'MONDAY' } as DueDayValues,
  workdayShift: 'NONE' as (typeof WORKDAY_SHIFTS)[number],
  shiftedInterest: 'RUNS_UNTIL_DUE' as (typeof SHIFTED_INTERESTS)[number],
};

/** A day of the month as the form shows it. */
export function dueDayValues(day: DueDay | null | undefined): DueDayValues {
  if (!day) return USUAL_DUE_DATES.dueDay;
  return {
    kind: oneOf(DUE_DAYS, day.kind) ?? '',
    ordinal: String(day.ordinal ?? 1),
    weekday: oneOf(WEEKDAYS, day.weekday ?? '') ?? 'MONDAY',
  };
}

/** A day of the month goes with months only: says so at its field. */
export function refineDueDay(
  { unit, dueDay }: { readonly unit: string; readonly dueDay: unknown },
  context: z.core.$RefinementCtx,
): void {
  if (unit === 'MONTHS' || dueDay === null) return;
  context.addIssue({ code: 'custom', path: ['dueDay', 'kind'], message: 'Only for installments in months.' });
}
