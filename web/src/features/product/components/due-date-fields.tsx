import Box from '@mui/material/Box';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { labelOf } from '@/components/labels';
import { DUE_DAYS, SHIFTED_INTERESTS, WEEKDAYS, WORKDAY_SHIFTS } from '@/features/product/due-dates';
import { DUE_DAY_WORDS, SHIFTED_INTEREST_WORDS, WORKDAY_SHIFT_WORDS } from '@/features/product/rule-words';
import type { TermsValues } from '@/features/product/terms';

type Watched = ['dueDay.kind', 'workdayShift', 'shiftedInterest'];

/** The day of the month on which installments fall due, and what becomes of one on which nobody works. */
export function DueDateFields() {
  const { t } = useTranslation();
  const [kind, shift, interest] = useWatch<TermsValues, Watched>({
    name: ['dueDay.kind', 'workdayShift', 'shiftedInterest'],
  });
  const hasOrdinal = kind === 'DAY_OF_MONTH' || kind === 'NTH_WEEKDAY';
  const hasWeekday = kind === 'NTH_WEEKDAY' || kind === 'LAST_WEEKDAY';
  return (
    <>
      <FormSelect<TermsValues>
        name="dueDay.kind"
        label={t('Monthly installments fall due')}
        options={DUE_DAYS.map((value) => ({ value, label: t(DUE_DAY_WORDS[value].label) }))}
        help={t(DUE_DAY_WORDS[kind].help)}
      />
      {(hasOrdinal || hasWeekday) && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
          {hasOrdinal && (
            <FormText<TermsValues>
              name="dueDay.ordinal"
              label={kind === 'DAY_OF_MONTH' ? t('Day of the month') : t('Which one, 1 to 4')}
              type="number"
              min="1"
            />
          )}
          {hasWeekday && (
            <FormSelect<TermsValues>
              name="dueDay.weekday"
              label={t('Weekday')}
              options={WEEKDAYS.map((value) => ({ value, label: t(labelOf(value)) }))}
            />
          )}
        </Box>
      )}
      <FormSelect<TermsValues>
        name="workdayShift"
        label={t('What is due when nobody works')}
        options={WORKDAY_SHIFTS.map((value) => ({ value, label: t(WORKDAY_SHIFT_WORDS[value].label) }))}
        help={t(WORKDAY_SHIFT_WORDS[shift].help)}
      />
      {shift !== 'NONE' && (
        <FormSelect<TermsValues>
          name="shiftedInterest"
          label={t('Interest of a moved installment')}
          options={SHIFTED_INTERESTS.map((value) => ({ value, label: t(SHIFTED_INTEREST_WORDS[value].label) }))}
          help={t(SHIFTED_INTEREST_WORDS[interest].help)}
        />
      )}
    </>
  );
}
