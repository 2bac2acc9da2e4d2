import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { LoanTabs } from '@/features/loan/components/loan-tabs';
import { WriteOffTable } from '@/features/loan/components/write-off-table';
import { oneOf } from '@/lib/one-of';
import { useQueryState } from '@/lib/use-query-state';

const STATUSES = ['WAITING', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'ALONE'] as const;

/** What somebody asked to write off, and what became of it. */
export function WriteOffsPage() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const status = oneOf(STATUSES, get('status'));
  return (
    <Page title={t('Loans')}>
      <LoanTabs />
      <WriteOffTable
        status={status}
        toolbar={
          <FilterBar>
            <FilterSelect
              label={t('Status')}
              value={get('status')}
              options={STATUSES.map((value) => ({ value, label: t(labelOf(value)) }))}
              onChoose={(chosen) => set({ status: chosen })}
            />
          </FilterBar>
        }
        empty={
          <EmptyState title={status === undefined ? t('No write-off was asked for') : t('There is none like that')}>
            {t('Loans that somebody asks to write off show up here, and what somebody else decided about them.')}
          </EmptyState>
        }
      />
    </Page>
  );
}
