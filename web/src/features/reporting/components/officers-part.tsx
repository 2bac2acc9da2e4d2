import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { useNumberText } from '@/components/use-number-text';
import { Part } from '@/features/reporting/components/part';
import { $api } from '@/lib/api/client';

/** What is at risk with each officer, as the last close of a day found it. */
export function OfficersPart({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const number = useNumberText();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/dashboards/officers', { params: { query: { currency } } }),
    placeholderData: keepPreviousData,
  });
  const money = (amount: string) => <MoneyText amount={amount} currency={currency} bare />;
  return (
    <Part title={t('At risk by officer')} asOf={query.data?.day}>
      <QueryView query={query} lines={4}>
        {({ officers }) =>
          officers.length === 0 ? (
            <EmptyState slim title={t('No figures of officers yet')}>
              {t('Each close of a day adds them.')}
            </EmptyState>
          ) : (
            <Section flush>
              <SheetTable
                label={t('At risk by officer')}
                items={officers}
                keyOf={({ officerId }) => officerId ?? 'none'}
                columns={[
                  { key: 'name', title: t('Officer'), show: ({ name }) => name ?? t('Without an officer') },
                  { key: 'loans', title: t('Loans'), isFigure: true, isDetail: true, show: (row) => number(row.loans) },
                  {
                    key: 'outstanding',
                    title: t('Outstanding ({{currency}})', { currency }),
                    isFigure: true,
                    show: (row) => money(row.outstanding),
                  },
                  {
                    key: 'late',
                    title: t('Late at all'),
                    isFigure: true,
                    isDetail: true,
                    show: (row) => money(row.late),
                  },
                  { key: 'risk', title: t('Over 30 days'), isFigure: true, show: (row) => money(row.atRisk) },
                  { key: 'percent', title: t('Percent'), isFigure: true, show: (row) => row.percent },
                  {
                    key: 'before',
                    title: t('A week before'),
                    isFigure: true,
                    isDetail: true,
                    show: (row) => row.percentLastWeek ?? '–',
                  },
                ]}
              />
            </Section>
          )
        }
      </QueryView>
    </Part>
  );
}
