import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { MoneyText } from '@/components/money-text';
import { pastDueText } from '@/components/days-past-due';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { useNumberText } from '@/components/use-number-text';
import { Part } from '@/features/reporting/components/part';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

type Standing = Schema<'DashboardOfficer'>;

/** What is at risk with each officer, as the last close of a day found it. */
export function OfficersPart({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const number = useNumberText();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/dashboards/officers', { params: { query: { currency } } }),
    placeholderData: keepPreviousData,
  });
  const mayOpen = useMayOpen();
  /** To the active loans of an officer that are so many days late or more; of nobody to what is nobody's work. */
  const led = ({ officerId }: Standing, text: ReactNode, fromDay: number) => {
    const ofNobody = officerId === null || officerId === undefined;
    const to = ofNobody
      ? `${paths.overdue}?assignee=nobody`
      : `${paths.loans}?officer=${officerId}&status=ACTIVE${fromDay === 0 ? '' : `&late=${pastDueText({ from: fromDay })}`}`;
    return mayOpen(to) ? <TextLink to={to}>{text}</TextLink> : text;
  };
  const money = (amount: string) => <MoneyText amount={amount} currency={currency} bare />;
  return (
    <Part
      title={t('At risk by officer')}
      asOf={query.data?.day}
      how={t(
        'Active loans as the last close of a day found them: all principal that is not repaid, that of loans past due at all, and that of loans more than 30 days past due, which is the percent. The lists behind have the loans of this moment.',
      )}
    >
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
                  { key: 'name', title: t('Officer'), show: (row) => led(row, row.name ?? t('Without an officer'), 1) },
                  {
                    key: 'loans',
                    title: t('Loans'),
                    isFigure: true,
                    isDetail: true,
                    show: (row) => led(row, number(row.loans), 0),
                  },
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
                    show: (row) => led(row, money(row.late), 1),
                  },
                  {
                    key: 'risk',
                    title: t('Over 30 days'),
                    isFigure: true,
                    show: (row) => led(row, money(row.atRisk), 31),
                  },
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
