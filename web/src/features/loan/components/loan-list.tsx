import Chip from '@mui/material/Chip';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pastDueOf } from '@/components/days-past-due';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { SearchField } from '@/components/search-field';
import { usePages } from '@/components/use-pages';
import { loansQuery } from '@/features/loan/api/list-loans';
import { ArrearsFilter } from '@/features/loan/components/arrears-filter';
import { LoansTable } from '@/features/loan/components/loans-table';
import { flagLabel, flagOf, FLAGS } from '@/features/loan/flags';
import { idOf } from '@/lib/ids';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Props = {
  readonly kind: 'applications' | 'loans';
  readonly statuses: readonly string[];
  /** What is listed where no status is chosen. */
  readonly usual: readonly string[];
  /** What those are called, where they are not all. */
  readonly usualLabel?: string;
  readonly empty: ReactNode;
};

const ALL = 'all';
/** The word of the API for applications that nobody has decided on. */
const UNDECIDED = 'pending';

/** A list with its filters in the address. */
export function LoanList({ kind, statuses, usual, usualLabel, empty }: Props) {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const { permissions } = useProfile();
  const chosen = get('status');
  const pastDue = pastDueOf(get('late'));
  const words = kind === 'applications' ? [UNDECIDED, ...statuses] : statuses;
  const filter = {
    search: get('search') || undefined,
    status: chosen === ALL ? [...statuses] : words.includes(chosen) ? [chosen] : [...usual],
    officerId: idOf(get('officer')),
    flag: flagOf(get('flag')),
    pastDueFrom: pastDue.from,
    pastDueUntil: pastDue.until,
    disbursedFrom: get('disbursedFrom') || undefined,
    disbursedTo: get('disbursedTo') || undefined,
    sort: get('sort') || undefined,
  };
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery(loansQuery({ ...filter, cursor: pages.cursor, limit: 50 }));
  const isNarrowed =
    chosen !== '' ||
    [filter.search, filter.officerId, filter.flag, pastDue.from, filter.disbursedFrom, filter.disbursedTo].some(
      (each) => each !== undefined,
    );

  return (
    <LoansTable
      kind={kind}
      query={query}
      pages={pages}
      sort={get('sort')}
      onSort={(sort) => set({ sort })}
      empty={
        isNarrowed ? <EmptyState title={t('Nothing fits')}>{t('Take a filter away to see more.')}</EmptyState> : empty
      }
      toolbar={
        <FilterBar end={<ExportButtons what="loans" query={filter} />}>
          <SearchField label={t('Number or borrower')} value={get('search')} onSearch={(search) => set({ search })} />
          <FilterSelect
            label={t('Status')}
            value={chosen}
            usual={usualLabel}
            options={[
              ...(usualLabel === undefined ? [] : [{ value: ALL, label: t('All') }]),
              ...words.map((value) => ({ value, label: value === UNDECIDED ? t('Undecided') : t(labelOf(value)) })),
            ]}
            onChoose={(status) => set({ status })}
          />
          {kind === 'loans' && (
            <>
              <ArrearsFilter value={get('late')} onChoose={(late) => set({ late })} />
              {permissions['loan.view'] !== 'SELF' && (
                <FilterSelect
                  label={t('Flag')}
                  value={get('flag')}
                  options={FLAGS.map((value) => ({ value, label: t(flagLabel(value)) }))}
                  onChoose={(flag) => set({ flag })}
                />
              )}
              <FilterDate
                label={t('Paid out from')}
                value={get('disbursedFrom')}
                onChoose={(disbursedFrom) => set({ disbursedFrom })}
              />
              <FilterDate
                label={t('Paid out until')}
                value={get('disbursedTo')}
                onChoose={(disbursedTo) => set({ disbursedTo })}
              />
            </>
          )}
          {filter.officerId !== undefined && (
            <Chip label={t('Of one officer')} onDelete={() => set({ officer: undefined })} />
          )}
        </FilterBar>
      }
    />
  );
}
