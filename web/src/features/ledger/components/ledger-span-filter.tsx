import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import type { LedgerSpan } from '@/features/ledger/components/use-ledger-span';

type Props = { readonly what: ComponentProps<typeof ExportButtons>['what']; readonly span: LedgerSpan };

/** Chooses days, currency and branch of a report, and saves it as a file. */
export function LedgerSpanFilter({ what, span: { filter, branch, chosenCurrency, set } }: Props) {
  const { t } = useTranslation();
  return (
    <FilterBar end={<ExportButtons what={what} query={filter} />}>
      <FilterDate label={t('From')} value={filter.from} onChoose={(date) => set({ from: date })} />
      <FilterDate label={t('To')} value={filter.to} onChoose={(date) => set({ to: date })} />
      <FilterBranch of="ledger.view" value={branch} onChoose={(chosen) => set({ branch: chosen })} />
      <FilterCurrency value={chosenCurrency} onChoose={(chosen) => set({ currency: chosen })} />
    </FilterBar>
  );
}
