import { useTranslation } from 'react-i18next';
import { FilterSelect } from '@/components/filter-select';

type Props = { readonly value: string; readonly onChoose: (value: string) => void };

/** Returns what is asked of the server: by value date, unless booking was chosen. */
export function basisOf(chosen: string): { basis?: 'BOOKING_DATE' } {
  return chosen === 'BOOKING_DATE' ? { basis: chosen } : {};
}

/** Whether entries count by value date, or as they are booked, which never changes in a closed month. */
export function FilterBasis({ value, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <FilterSelect
      label={t('By')}
      value={value}
      usual={t('Value date')}
      options={[{ value: 'BOOKING_DATE', label: t('Booking date') }]}
      onChoose={onChoose}
    />
  );
}
