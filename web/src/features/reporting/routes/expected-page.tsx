import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { FilterSelect } from '@/components/filter-select';
import { HowComputed } from '@/components/how-computed';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import { ReportDaysFilter } from '@/features/reporting/components/report-days-filter';
import { ReportPage } from '@/features/reporting/components/report-page';
import { useReportDays } from '@/features/reporting/components/use-report-days';
import { compareAmounts } from '@/lib/amount';
import { $api, type Schema } from '@/lib/api/client';

type Report = Schema<'ExpectedAndCollected'>;
type Row = Schema<'ExpectedRow'>;
type Sums = Schema<'ExpectedSums'>;

/** What fell due in some days beside what was collected in them. */
export function ExpectedPage() {
  const { t } = useTranslation();
  const days = useReportDays();
  const chosen = days.get('by');
  const by = chosen === 'OFFICER' || chosen === 'MONTH' ? chosen : 'BRANCH';
  const query = useQuery({
    ...$api.queryOptions('get', '/api/reports/expected', { params: { query: { ...days.filter, by } } }),
    placeholderData: keepPreviousData,
  });
  return (
    <ReportPage>
      <Section
        title={t('Expected and collected in {{currency}}', { currency: days.filter.currency })}
        flush
        action={
          <ReportDaysFilter what="expected" days={days} more={{ by }}>
            <FilterSelect
              label={t('By')}
              value={by === 'BRANCH' ? '' : by}
              usual={t('Branch')}
              options={[
                { value: 'OFFICER', label: t('Officer') },
                { value: 'MONTH', label: t('Month') },
              ]}
              onChoose={(next) => days.set({ by: next })}
            />
          </ReportDaysFilter>
        }
      >
        <QueryView query={query} lines={8}>
          {(report) => <Table report={report} />}
        </QueryView>
        <HowComputed>
          {t(
            'Due is what fell due in the days, of loans that are not written off; what is paid of it is as known now. Collected are payments of these days that were not taken back, as they were split when they were taken: for installments due before that day (late), on it, or later (in advance). Paid % is paid / due, efficiency % is collected without what went beyond the loan / due.',
          )}
        </HowComputed>
      </Section>
    </ReportPage>
  );
}

function Table({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const titles = { BRANCH: t('Branch'), OFFICER: t('Officer'), MONTH: t('Month') };
  const money = (amount: string) => <MoneyText bare amount={amount} currency={report.currency} />;
  const amount = (key: keyof Sums, title: string, isDetail: boolean): SheetColumn<Row> => ({
    key,
    title,
    isFigure: true,
    isDetail,
    show: ({ sums }) => money(sums[key]),
    foot: money(report.total[key]),
  });
  const percent = (key: 'paidPercent' | 'efficiency', title: string, isDetail: boolean): SheetColumn<Row> => ({
    key,
    title,
    isFigure: true,
    isDetail,
    show: ({ sums }) => sums[key],
    foot: report.total[key],
  });
  if (report.rows.length === 0) {
    return <EmptyState title={t('Nothing fell due and nothing was collected in these days.')} />;
  }
  return (
    <SheetTable
      label={t('Expected and collected')}
      items={report.rows}
      keyOf={({ key }) => key ?? 'none'}
      columns={[
        {
          key: 'name',
          title: titles[report.by],
          show: ({ key, name }) => name ?? (key ? '–' : t('Without an officer')),
          foot: t('Total'),
        },
        amount('due', t('Due'), false),
        amount('paid', t('Paid of it'), true),
        amount('unpaid', t('Unpaid'), true),
        percent('paidPercent', t('Paid %'), true),
        amount('collected', t('Collected'), false),
        amount('late', t('Late'), true),
        amount('onTime', t('On the day'), true),
        amount('advance', t('In advance'), true),
        amount('beyond', t('Beyond the loan'), true),
        ...(compareAmounts(report.total.unknown, '0') === 0 ? [] : [amount('unknown', t('Not known'), true)]),
        percent('efficiency', t('Efficiency %'), false),
      ]}
    />
  );
}
