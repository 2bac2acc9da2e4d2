import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterSelect } from '@/components/filter-select';
import { HowComputed } from '@/components/how-computed';
import { pastDueText } from '@/components/days-past-due';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { useNumberText } from '@/components/use-number-text';
import { ReportPage } from '@/features/reporting/components/report-page';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { useMayOpen } from '@/lib/screens';
import { useQueryState } from '@/lib/use-query-state';

type Report = Schema<'AtRiskReport'>;
type Row = Schema<'AtRiskReportRow'>;

/** The portfolio at risk of each branch or officer. */
export function AtRiskPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const currency = get('currency') || organization.currency;
  const branch = get('branch');
  const by = get('by') === 'OFFICER' ? 'OFFICER' : 'BRANCH';
  const filter = { currency, by, ...(branch !== '' && { branchId: branch }) } as const;
  const query = useQuery({
    ...$api.queryOptions('get', '/api/reports/at-risk', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <ReportPage>
      <Section
        title={t('Portfolio at risk in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="at-risk" query={filter} />}>
            <FilterSelect
              label={t('By')}
              value={by === 'BRANCH' ? '' : by}
              usual={t('Branch')}
              options={[{ value: 'OFFICER', label: t('Officer') }]}
              onChoose={(next) => set({ by: next })}
            />
            <FilterBranch of="report.run" value={branch} onChoose={(chosen) => set({ branch: chosen })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={8}>
          {(report) => <Table report={report} isWhole={branch === ''} />}
        </QueryView>
        <HowComputed>
          {t(
            'All principal of active loans that are so many days past due, late or not, as a percentage of the principal outstanding of all active loans of the row, on the business date.',
          )}
        </HowComputed>
      </Section>
    </ReportPage>
  );
}

function Table({ report, isWhole }: { readonly report: Report; readonly isWhole: boolean }) {
  const { t } = useTranslation();
  const number = useNumberText();
  const mayOpen = useMayOpen();
  const money = (amount: string) => <MoneyText bare amount={amount} currency={report.currency} />;
  /** To the loans behind, where a list can show them: of an officer and of all, in all branches. */
  const led = (id: string | undefined, shown: ReactNode, fromDay: number) => {
    const to = `${paths.loans}?late=${pastDueText({ from: fromDay })}${id === undefined ? '' : `&officer=${id}`}`;
    return isWhole && mayOpen(to) ? <TextLink to={to}>{shown}</TextLink> : shown;
  };
  if (report.rows.length === 0) {
    return <EmptyState title={t('Nothing is lent out.')} />;
  }
  return (
    <SheetTable
      label={t('Portfolio at risk')}
      items={report.rows}
      keyOf={({ id }) => id ?? 'none'}
      columns={[
        {
          key: 'name',
          title: report.by === 'BRANCH' ? t('Branch') : t('Officer'),
          isName: true,
          show: ({ id, name }) => name ?? (id ? '–' : t('Without an officer')),
          foot: t('All'),
        },
        {
          key: 'loans',
          title: t('Active loans'),
          isFigure: true,
          isDetail: true,
          show: ({ loans }) => number(loans),
          foot: number(report.total.loans),
        },
        {
          key: 'outstanding',
          title: t('Outstanding principal'),
          isFigure: true,
          isDetail: true,
          show: ({ outstanding }) => money(outstanding),
          foot: money(report.total.outstanding),
        },
        ...report.total.atRisk.map(({ fromDay }, place): SheetColumn<Row> => ({
          key: String(fromDay),
          title: fromDay === 1 ? t('Late at all %') : t('Over {{days}} days %', { days: fromDay - 1 }),
          isFigure: true,
          isDetail: fromDay !== 1 && fromDay !== 31,
          show: ({ id, atRisk }) => {
            const percent = atRisk[place]?.percent ?? '–';
            return report.by === 'OFFICER' && id ? led(id, percent, fromDay) : percent;
          },
          foot: led(undefined, report.total.atRisk[place]?.percent ?? '–', fromDay),
        })),
      ]}
    />
  );
}
