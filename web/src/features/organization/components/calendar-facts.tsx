import { useTranslation } from 'react-i18next';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import type { Schema } from '@/lib/api/client';
import { formatDate } from '@/lib/dates';
import { useRegion } from '@/lib/profile';

/** When the house works, to read. */
export function CalendarFacts({ calendar }: { readonly calendar: Schema<'WorkingCalendar'> }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  return (
    <Facts
      facts={[
        [t('Working days'), calendar.workingWeek.map((day) => t(labelOf(day))).join(', ')],
        ...calendar.holidays.map(({ on, name }) => [formatDate(on, locale), name] as const),
      ]}
    />
  );
}
