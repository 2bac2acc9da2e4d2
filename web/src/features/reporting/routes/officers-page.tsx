import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { HowComputed } from '@/components/how-computed';
import { pastDueText } from '@/components/days-past-due';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { useNumberText } from '@/components/use-number-text';
import { ReportDaysFilter } from '@/features/reporting/components/report-days-filter';
import { ReportPage } from '@/features/reporting/components/report-page';
import { useReportDays } from '@/features/reporting/components/use-report-days';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMayOpen } from '@/lib/screens';

type Report = Schema<'OfficerReport'>;
type Row = Schema<'OfficerReportRow'>;
type Figures = Schema<'OfficerReportFigures'>;

/** What each officer has, and what came of some days. */
export function OfficersPage() {
  const { t } = useTranslation();
  const days = useReportDays();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/reports/officers', { params: { query: days.filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <ReportPage>
      <Section
        title={t('Officers in {{currency}}', { currency: days.filter.currency })}
        flush
        action={<ReportDaysFilter what="officers" days={days} />}
      >
        <QueryView query={query} lines={8}>
          {(report) => <Table report={report} />}
        </QueryView>
        <HowComputed>
          {query.data && (
            <>
              {t('As of')} <DateText value={query.data.on} />.{' '}
            </>
          )}
          {t(
            'Borrowers, active loans, their principal and what is late of it are as of the business date. New loans were paid out in the days and are of the officer now. Due fell due in the days, paid % of it is paid by now; collected was paid in them, efficiency % is what was collected on loans / due.',
          )}
        </HowComputed>
      </Section>
    </ReportPage>
  );
}

function Table({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const number = useNumberText();
  const mayOpen = useMayOpen();
  const money = (amount: string) => <MoneyText bare amount={amount} currency={report.currency} />;
  const led = ({ officerId }: Row, shown: ReactNode, more: string) => {
    const to = `${paths.loans}?officer=${officerId ?? ''}&status=ACTIVE${more}`;
    return officerId && mayOpen(paths.loans) ? <TextLink to={to}>{shown}</TextLink> : shown;
  };
  const column = (
    key: string,
    title: string,
    of: (figures: Figures) => ReactNode,
    { shown = false, list }: { readonly shown?: boolean; readonly list?: string } = {},
  ): SheetColumn<Row> => ({
    key,
    title,
    isFigure: true,
    isDetail: !shown,
    show: (row) => (list === undefined ? of(row.figures) : led(row, of(row.figures), list)),
    foot: of(report.total),
  });
  if (report.officers.length === 0) {
    return <EmptyState title={t('Nobody has borrowers or loans.')} />;
  }
  return (
    <SheetTable
      label={t('Officers')}
      items={report.officers}
      keyOf={({ officerId }) => officerId ?? 'none'}
      columns={[
        {
          key: 'name',
          title: t('Officer'),
          isName: true,
          show: ({ officerId, name }) => name ?? (officerId ? '–' : t('Without an officer')),
          foot: t('Total'),
        },
        column('borrowers', t('Borrowers'), (each) => number(each.borrowers)),
        column('loans', t('Active loans'), (each) => number(each.loans), { list: '' }),
        column('outstanding', t('Outstanding principal'), (each) => money(each.outstanding), { shown: true }),
        column('late', t('Late at all'), (each) => money(each.late), { list: `&late=${pastDueText({ from: 1 })}` }),
        column('risk', t('Over 30 days'), (each) => money(each.atRisk), { list: `&late=${pastDueText({ from: 31 })}` }),
        column('percent', t('Over 30 days %'), (each) => each.percent, { shown: true }),
        column('new', t('New loans'), (each) => number(each.newLoans)),
        column('paidOut', t('Paid out'), (each) => money(each.paidOut)),
        column('due', t('Due'), (each) => money(each.expected.due)),
        column('paid', t('Paid %'), (each) => each.expected.paidPercent),
        column('collected', t('Collected'), (each) => money(each.expected.collected)),
        column('efficiency', t('Efficiency %'), (each) => each.expected.efficiency, { shown: true }),
      ]}
    />
  );
}
