import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { LoanTabs } from '@/features/loan/components/loan-tabs';
import { RequestTable } from '@/features/loan/components/request-table';
import { REQUEST_KINDS, REQUESTS } from '@/features/loan/requests';
import { oneOf } from '@/lib/one-of';
import { useQueryState } from '@/lib/use-query-state';

const STATUSES = ['WAITING', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'ALONE'] as const;

/** What somebody asked for of running loans, and what became of it. */
export function RequestsPage() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const status = oneOf(STATUSES, get('status'));
  const kind = oneOf(REQUEST_KINDS, get('kind'));
  return (
    <Page title={t('Loans')}>
      <LoanTabs />
      <RequestTable
        kind={kind}
        status={status}
        toolbar={
          <FilterBar>
            <FilterSelect
              label={t('What')}
              value={get('kind')}
              options={REQUEST_KINDS.map((value) => ({ value, label: t(REQUESTS[value].label) }))}
              onChoose={(chosen) => set({ kind: chosen })}
            />
            <FilterSelect
              label={t('Status')}
              value={get('status')}
              options={STATUSES.map((value) => ({ value, label: t(labelOf(value)) }))}
              onChoose={(chosen) => set({ status: chosen })}
            />
          </FilterBar>
        }
        empty={
          <EmptyState
            title={
              kind === undefined && status === undefined ? t('Nothing was asked for') : t('There is none like that')
            }
          >
            {t(
              'Write-offs, more money and other terms that somebody asks for show up here, and what somebody else decided.',
            )}
          </EmptyState>
        }
      />
    </Page>
  );
}
