import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import type { ReportDays } from '@/features/reporting/components/use-report-days';

type Export = ComponentProps<typeof ExportButtons>;

type Props = {
  readonly what: Export['what'];
  readonly days: ReportDays;
  /** What the report is narrowed by beside, for its file. */
  readonly more?: Export['query'];
  readonly children?: ReactNode;
};

/** Chooses days, branch and currency of a report, and saves it as a file. */
export function ReportDaysFilter({ what, days, more, children }: Props) {
  const { t } = useTranslation();
  const { filter, branch, chosenCurrency, set } = days;
  return (
    <FilterBar end={<ExportButtons what={what} query={{ ...filter, ...more }} />}>
      {children}
      <FilterDate label={t('From')} value={filter.from} onChoose={(date) => set({ from: date })} />
      <FilterDate label={t('To')} value={filter.to} onChoose={(date) => set({ to: date })} />
      <FilterBranch of="report.run" value={branch} onChoose={(chosen) => set({ branch: chosen })} />
      <FilterCurrency value={chosenCurrency} onChoose={(chosen) => set({ currency: chosen })} />
    </FilterBar>
  );
}
