import Chip from '@mui/material/Chip';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { SearchField } from '@/components/search-field';
import { CHANNELS } from '@/features/payment/channels';
import { PaymentTabs } from '@/features/payment/components/payment-tabs';
import { PaymentsTable } from '@/features/payment/components/payments-table';
import { formatDate } from '@/lib/dates';
import { idOf } from '@/lib/ids';
import { oneOf } from '@/lib/one-of';
import { useRegion } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

const STATUSES = ['POSTED', 'REVERSED'] as const;

/** What came in, over all loans. */
export function PaymentsPage() {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const [get, set] = useQueryState();
  const filter = {
    search: get('search') || undefined,
    from: get('from') || undefined,
    to: get('to') || undefined,
    officerId: idOf(get('officer')),
    channel: oneOf(CHANNELS, get('channel')),
    status: oneOf(STATUSES, get('status')),
    reversedFrom: get('reversedFrom') || undefined,
    reversedTo: get('reversedTo') || undefined,
    datedBackFrom: get('datedBackFrom') || undefined,
    datedBackTo: get('datedBackTo') || undefined,
    sort: get('sort') || undefined,
  };
  const days = (from: string | undefined, to: string | undefined) =>
    [from, to].map((day) => (day === undefined ? '…' : formatDate(day, locale))).join(' – ');
  const options = (codes: readonly string[]) => codes.map((value) => ({ value, label: t(labelOf(value)) }));
  return (
    <Page title={t('Payments')}>
      <PaymentTabs />
      <PaymentsTable
        filter={filter}
        onSort={(sort) => set({ sort })}
        toolbar={
          <FilterBar end={<ExportButtons what="payments" query={filter} />}>
            <SearchField
              label={t('Receipt, loan or borrower')}
              value={get('search')}
              onSearch={(search) => set({ search })}
            />
            <FilterDate label={t('From')} value={get('from')} onChoose={(from) => set({ from })} />
            <FilterDate label={t('To')} value={get('to')} onChoose={(to) => set({ to })} />
            <FilterSelect
              label={t('Channel')}
              value={get('channel')}
              options={options(CHANNELS)}
              onChoose={(channel) => set({ channel })}
            />
            <FilterSelect
              label={t('Status')}
              value={get('status')}
              options={options(STATUSES)}
              onChoose={(status) => set({ status })}
            />
            {filter.officerId !== undefined && (
              <Chip label={t('Of one officer')} onDelete={() => set({ officer: undefined })} />
            )}
            {(filter.reversedFrom ?? filter.reversedTo) !== undefined && (
              <Chip
                label={t('Reversed {{days}}', { days: days(filter.reversedFrom, filter.reversedTo) })}
                onDelete={() => set({ reversedFrom: undefined, reversedTo: undefined })}
              />
            )}
            {(filter.datedBackFrom ?? filter.datedBackTo) !== undefined && (
              <Chip
                label={t('Dated back, taken {{days}}', { days: days(filter.datedBackFrom, filter.datedBackTo) })}
                onDelete={() => set({ datedBackFrom: undefined, datedBackTo: undefined })}
              />
            )}
          </FilterBar>
        }
      />
    </Page>
  );
}
