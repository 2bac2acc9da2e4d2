import { keepPreviousData, useQuery } from '@tanstack/react-query';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterSelect } from '@/components/filter-select';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { LoanTabs } from '@/features/loan/components/loan-tabs';
import { AgeingTables } from '@/features/reporting/components/ageing-tables';
import { $api } from '@/lib/api/client';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** How far behind loans are, by class of arrears and branch. */
export function AgeingPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const currency = get('currency') || organization.currency;
  const isParted = get('parts') === 'yes';
  const filter = { currency, ...(isParted && { parts: true }) };
  const query = useQuery({
    ...$api.queryOptions('get', '/api/reports/ageing', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('Loans')}
      subtitle={
        query.data && (
          <>
            {t('As of')} <DateText value={query.data.on} />
          </>
        )
      }
    >
      <LoanTabs />
      <Section
        title={t('Ageing in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="ageing" query={filter} />}>
            <FilterSelect
              label={t('Overdue')}
              value={isParted ? 'yes' : ''}
              usual={t('In one sum')}
              options={[{ value: 'yes', label: t('Part by part') }]}
              onChoose={(chosen) => set({ parts: chosen })}
            />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={8}>
          {(ageing) => (
            <Stack sx={{ gap: 2.5 }}>
              <AgeingTables ageing={ageing} />
            </Stack>
          )}
        </QueryView>
      </Section>
    </Page>
  );
}
