import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterCurrency } from '@/components/filter-currency';
import { HowComputed } from '@/components/how-computed';
import { pastDueText } from '@/components/days-past-due';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { ReportPage } from '@/features/reporting/components/report-page';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Report = Schema<'Provisioning'>;

/** What the classes of arrears ask to be set aside for losses, and what is. */
export function ProvisionsPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const currency = get('currency') || organization.currency;
  const branch = get('branch');
  const filter = { currency, ...(branch !== '' && { branchId: branch }) };
  const query = useQuery({
    ...$api.queryOptions('get', '/api/reports/provisions', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <ReportPage>
      <Section
        title={t('Provisions in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="provisions" query={filter} />}>
            <FilterBranch of="report.run" value={branch} onChoose={(chosen) => set({ branch: chosen })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={8}>
          {(report) => <Tables report={report} isWhole={branch === ''} />}
        </QueryView>
        <HowComputed>
          {t(
            'Required is the percentage of each class of arrears of the principal outstanding of its active loans, rounded for each branch, as days past due stand on the business date. Held is the balance of the allowance for loan losses. The close of the last day of a month posts the difference of that day.',
          )}
        </HowComputed>
      </Section>
    </ReportPage>
  );
}

function Tables({ report, isWhole }: { readonly report: Report; readonly isWhole: boolean }) {
  const { t } = useTranslation();
  const may = useMay();
  const names = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const nameOf = (id: string) => names.data?.items?.find((each) => each.id === id)?.name ?? '–';
  const money = (amount: string) => <MoneyText bare amount={amount} currency={report.currency} />;
  const until = (place: number) => {
    const next = report.classes[place + 1];
    return next && next.fromDay - 1;
  };
  if (report.branches.length === 0) {
    return <EmptyState title={t('Nothing is lent out and nothing is set aside.')} />;
  }
  const classes = report.classes.map((each, place) => ({ ...each, until: until(place) }));
  return (
    <Stack sx={{ gap: 2.5 }}>
      <SheetTable
        label={t('By class')}
        items={classes}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'class',
            title: t('Class'),
            show: (each) =>
              isWhole && may('loan.view') ? (
                <TextLink to={`${paths.loans}?late=${pastDueText({ from: each.fromDay, until: each.until })}`}>
                  {each.name}
                </TextLink>
              ) : (
                each.name
              ),
            foot: t('All'),
          },
          {
            key: 'exposure',
            title: t('Outstanding principal'),
            isFigure: true,
            isDetail: true,
            show: ({ exposure }) => money(exposure),
            foot: money(report.total.exposure),
          },
          { key: 'percent', title: t('Set aside %'), isFigure: true, show: ({ percent }) => percent },
          {
            key: 'required',
            title: t('Required'),
            isFigure: true,
            show: ({ required }) => money(required),
            foot: money(report.total.required),
          },
        ]}
      />
      <SheetTable
        label={t('By branch')}
        items={report.branches}
        keyOf={({ branchId }) => branchId}
        columns={[
          { key: 'branch', title: t('Branch'), show: ({ branchId }) => nameOf(branchId), foot: t('All') },
          {
            key: 'exposure',
            title: t('Outstanding principal'),
            isFigure: true,
            isDetail: true,
            show: ({ sums }) => money(sums.exposure),
            foot: money(report.total.exposure),
          },
          {
            key: 'required',
            title: t('Required'),
            isFigure: true,
            isDetail: true,
            show: ({ sums }) => money(sums.required),
            foot: money(report.total.required),
          },
          {
            key: 'held',
            title: t('Held'),
            isFigure: true,
            show: ({ sums }) => money(sums.held),
            foot: money(report.total.held),
          },
          {
            key: 'difference',
            title: t('Difference'),
            isFigure: true,
            show: ({ sums }) => money(sums.difference),
            foot: money(report.total.difference),
          },
        ]}
      />
    </Stack>
  );
}
