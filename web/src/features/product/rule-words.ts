import type { TFunction } from 'i18next';
import { labelOf } from '@/components/labels';
import type { DUE_DAYS, SHIFTED_INTERESTS, WORKDAY_SHIFTS } from '@/features/product/due-dates';
import type { PENALTY_BASES } from '@/features/product/penalty';
import type {
  ACCOUNTINGS,
  ADVANCES,
  DIRECTIONS,
  DUENESSES,
  RECALCULATIONS,
  Step,
} from '@/features/product/product-form';
import type { Schema } from '@/lib/api/client';

/** A rule in a few words, and what it does to a borrower. */
type Words = { readonly label: string; readonly help: string };

export const ACCOUNTING_WORDS: Readonly<Record<(typeof ACCOUNTINGS)[number], Words>> = {
  CASH: {
    label: 'When it is paid',
    help: 'Interest counts as income on the day it is paid.',
  },
  ACCRUAL: {
    label: 'Day by day, as it arises',
    help: 'The close of each day makes it income, paid or not, until a loan is non-performing.',
  },
};

export const RECALCULATION_WORDS: Readonly<Record<(typeof RECALCULATIONS)[number], Words>> = {
  NONE: {
    label: 'Stays as scheduled',
    help: 'Who pays in advance pays the interest that was planned; only paying the loan off spares interest.',
  },
  FOLLOWS_PAYMENTS: {
    label: 'Follows payments, day by day',
    help: 'Interest of each day is of what is owed that day: paying early costs less, paying late costs more.',
  },
};

export const DIRECTION_WORDS: Readonly<Record<(typeof DIRECTIONS)[number], Words>> = {
  HORIZONTAL: {
    label: 'One installment after the other',
    help: 'Of those that are past due, the oldest is paid whole before anything of the next one.',
  },
  VERTICAL: {
    label: 'One part after the other',
    help: 'Of those that are past due, the first part of all is paid before the second part of any.',
  },
};

const DUENESS_WORDS: Readonly<Record<(typeof DUENESSES)[number], string>> = {
  PAST_DUE: 'Past due: {{part}}',
  DUE: 'Due that day: {{part}}',
  IN_ADVANCE: 'In advance: {{part}}',
};

/** A step of the order in which payments are used up. */
export function stepText(step: Step, t: TFunction): string {
  const dueness = step.startsWith('PAST_DUE_') ? 'PAST_DUE' : step.startsWith('IN_ADVANCE_') ? 'IN_ADVANCE' : 'DUE';
  return t(DUENESS_WORDS[dueness], { part: t(labelOf(step.slice(dueness.length + 1))).toLowerCase() });
}

export const ADVANCE_WORDS: Readonly<Record<(typeof ADVANCES)[number], Words>> = {
  NEXT_INSTALLMENT: {
    label: 'The next installments',
    help: 'Money over pays the next installment, then the one after it.',
  },
  LAST_INSTALLMENT: {
    label: 'The last installments',
    help: 'The next installment is due as planned, and the loan ends sooner.',
  },
  NEXT_LAST_INSTALLMENT: {
    label: 'The next one, then the last ones',
    help: 'The next installment is paid first; what is left makes the loan end sooner.',
  },
  REAMORTIZE: {
    label: 'All that are to come, evenly',
    help: 'The loan ends as planned, and each installment to come gets smaller.',
  },
};

export const PENALTY_WORDS: Readonly<Record<(typeof PENALTY_BASES)[number], Words>> = {
  '': {
    label: 'None',
    help: 'Who pays late pays no more than who pays in time, but for interest that follows payments.',
  },
  FIXED: { label: 'An amount', help: 'The same for every installment that is late.' },
  PERCENT_OF_OVERDUE: {
    label: 'Percent of what is overdue',
    help: 'Of the unpaid principal, interest and fees of the installment; never of penalties.',
  },
  PERCENT_OF_OVERDUE_PRINCIPAL: {
    label: 'Percent of the overdue principal',
    help: 'Of the unpaid principal of the installment alone.',
  },
};

export const DUE_DAY_WORDS: Readonly<Record<(typeof DUE_DAYS)[number], Words>> = {
  '': {
    label: 'On the day of the payout',
    help: 'A loan paid out on the 20th falls due on the 20th of each month.',
  },
  MONTH_END: { label: 'On the last day of the month', help: 'Every loan falls due on the last day of its months.' },
  DAY_OF_MONTH: {
    label: 'On a fixed day of the month',
    help: 'Every loan falls due on that day; on the last one where the month is shorter.',
  },
  NTH_WEEKDAY: {
    label: 'On the first to fourth of a weekday',
    help: 'Such as the second Tuesday: market days and meetings of a group.',
  },
  LAST_WEEKDAY: {
    label: 'On the last of a weekday',
    help: 'Such as the last Friday of the month, the payday of many.',
  },
};

export const WORKDAY_SHIFT_WORDS: Readonly<Record<(typeof WORKDAY_SHIFTS)[number], Words>> = {
  NONE: { label: 'Stays due', help: 'Installments fall due on Sundays and holidays too.' },
  FOLLOWING: { label: 'Next working day', help: 'Who cannot pay on a holiday pays on the next working day.' },
  PRECEDING: { label: 'Working day before', help: 'The money is due on the last working day before a holiday.' },
  MODIFIED_FOLLOWING: {
    label: 'Next working day of the month',
    help: 'The next working day, or the one before if the next one lies in another month.',
  },
  MODIFIED_PRECEDING: {
    label: 'Working day before, of the month',
    help: 'The working day before, or the next one if the one before lies in another month.',
  },
  MODIFIED_FOLLOWING_HALF_MONTH: {
    label: 'Next working day of the half month',
    help: 'The next working day, or the one before if the next one lies after the 15th or in another month.',
  },
  NEAREST_BY_WEEKDAY: {
    label: 'Nearest, by weekday',
    help: 'The next working day for a Sunday or Monday, the one before for other weekdays.',
  },
  NEAREST_BY_DISTANCE: {
    label: 'Nearest working day',
    help: 'The working day that is fewer days away; the next one of two equally near.',
  },
};

export const SHIFTED_INTEREST_WORDS: Readonly<Record<(typeof SHIFTED_INTERESTS)[number], Words>> = {
  RUNS_UNTIL_DUE: {
    label: 'Until the day really due',
    help: 'A day more bears a day of interest more, and the next installment has a day less.',
  },
  AS_PLANNED: {
    label: 'Until the day planned',
    help: 'A holiday changes the day of payment, and no amount.',
  },
};

/** The day of the month on which installments fall due: `On a fixed day of the month: 15`. */
export function dueDayText(day: Schema<'DueDay'> | null | undefined, t: TFunction): string {
  const which = [day?.ordinal, day?.weekday && t(labelOf(day.weekday))].filter(Boolean).join(' ');
  const rule = t(DUE_DAY_WORDS[day?.kind ?? ''].label);
  return which === '' ? rule : `${rule}: ${which}`;
}
