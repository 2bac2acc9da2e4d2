import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useCurrencies } from '@/components/use-currencies';

// Most lenders have one currency: their dashboard need not wait for a field that is not there.
const FilterSelect = lazy(async () => ({ default: (await import('@/components/filter-select')).FilterSelect }));

type Props = { readonly value: string; readonly onChoose: (currency: string) => void };

/** Asks in which currency, where there is more than one; nothing chosen is the organization's own. */
export function FilterCurrency({ value, onChoose }: Props) {
  const { t } = useTranslation();
  const [own = '', ...others] = useCurrencies();
  if (others.length === 0 && value === '') return null;
  return (
    <Suspense>
      <FilterSelect
        label={t('Currency')}
        usual={own}
        value={value}
        options={[...new Set([...others, ...(value === '' || value === own ? [] : [value])])].map((each) => ({
          value: each,
          label: each,
        }))}
        onChoose={onChoose}
      />
    </Suspense>
  );
}
