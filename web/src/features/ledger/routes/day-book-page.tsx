import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterBranch } from '@/components/filter-branch';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { Close, Noted } from '@/features/ledger/components/day-book-notes';
import { EntryDialog, type EntryName } from '@/features/ledger/components/entry-dialog';
import { HowComputed } from '@/components/how-computed';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { Signatures } from '@/features/ledger/components/signatures';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Day = Schema<'DayBook'>;

/** What was booked for a day, to be checked and signed. */
export function DayBookPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const on = get('on') || organization.businessDate;
  const currency = get('currency') || organization.currency;
  const branch = get('branch');
  const filter = { on, currency, ...(branch !== '' && { branchId: branch }) };
  const query = useQuery({
    ...$api.queryOptions('get', '/api/reports/day-book', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Day book in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="day-book" query={filter} />}>
            <FilterDate label={t('On')} value={on} onChoose={(date) => set({ on: date })} />
            <FilterBranch of="report.run" value={branch} onChoose={(chosen) => set({ branch: chosen })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={8}>
          {(day) => <Book day={day} />}
        </QueryView>
        <HowComputed>
          {t(
            'Entries count for their value date. Before plus in less out is after. Back-dated is what was recorded while this was the business date and counts from an earlier day.',
          )}
        </HowComputed>
        <Signatures />
      </Section>
    </PrintedLedgerPage>
  );
}

function Book({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<EntryName>();
  return (
    <Stack sx={{ gap: 2.5 }}>
      <Money day={day} />
      {day.kinds.length === 0 ? (
        <EmptyState title={t('Nothing was booked for this day.')} />
      ) : (
        <>
          <Kinds day={day} />
          <People day={day} />
        </>
      )}
      {day.channels.length > 0 && <Channels day={day} />}
      <Noted title={t('Taken back')} noted={day.reversals} currency={day.currency} onOpen={setOpened} />
      <Noted title={t('Back-dated')} noted={day.late} currency={day.currency} onOpen={setOpened} />
      <Close close={day.close} />
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
    </Stack>
  );
}

function Money({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const may = useMay();
  const figure = (amount: string) => <MoneyText bare amount={amount} currency={day.currency} />;
  const name = ({ code, name: called }: Schema<'DayBookAccount'>) =>
    may('ledger.view') ? (
      <TextLink
        to={paths.generalLedger({ account: code, currency: day.currency, from: day.on, to: day.on })}
      >{`${code} ${called}`}</TextLink>
    ) : (
      `${code} ${called}`
    );
  return (
    <SheetTable
      label={t('Money at hand')}
      items={day.accounts}
      keyOf={({ code }) => code}
      columns={[
        { key: 'account', title: t('Money at hand'), show: name },
        { key: 'before', title: t('Before'), isFigure: true, isDetail: true, show: (each) => figure(each.opening) },
        { key: 'in', title: t('In'), isFigure: true, isDetail: true, show: (each) => figure(each.in) },
        { key: 'out', title: t('Out'), isFigure: true, isDetail: true, show: (each) => figure(each.out) },
        { key: 'after', title: t('After'), isFigure: true, show: (each) => figure(each.closing) },
      ]}
    />
  );
}

type Summed = { readonly sums: Schema<'DayBookSums'> };

/** The columns of figures that kinds and people share. */
function useSums(day: Day, withFoot: boolean) {
  const { t } = useTranslation();
  const figure = (amount: string) => <MoneyText bare amount={amount} currency={day.currency} />;
  const foot = (shown: ReactNode) => (withFoot ? { foot: shown } : {});
  return [
    {
      key: 'entries',
      title: t('Entries'),
      isFigure: true,
      show: ({ sums }: Summed) => sums.entries,
      ...foot(day.total.entries),
    },
    {
      key: 'in',
      title: t('In'),
      isFigure: true,
      isDetail: true,
      show: ({ sums }: Summed) => figure(sums.in),
      ...foot(figure(day.total.in)),
    },
    {
      key: 'out',
      title: t('Out'),
      isFigure: true,
      isDetail: true,
      show: ({ sums }: Summed) => figure(sums.out),
      ...foot(figure(day.total.out)),
    },
    {
      key: 'amount',
      title: t('Amount'),
      isFigure: true,
      show: ({ sums }: Summed) => figure(sums.amount),
      ...foot(figure(day.total.amount)),
    },
  ];
}

function Kinds({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const may = useMay();
  const columns = useSums(day, true);
  const title = ({ source, what }: Schema<'DayBookKind'>) => what ?? t(labelOf(source));
  return (
    <>
      <SheetTable
        label={t('Entries by kind')}
        items={day.kinds}
        keyOf={({ source, what }) => `${source} ${what ?? ''}`}
        columns={[{ key: 'kind', title: t('Entries by kind'), show: title, foot: t('Total') }, ...columns]}
      />
      {may('ledger.view') && (
        <Box sx={{ px: 2.5 }} className="no-print">
          <TextLink
            to={paths.entriesOf({
              from: day.on,
              to: day.on,
              ...(typeof day.branchId === 'string' && { branch: day.branchId }),
            })}
          >
            {t('See these entries')}
          </TextLink>
        </Box>
      )}
    </>
  );
}

function People({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const columns = useSums(day, false);
  return (
    <SheetTable
      label={t('Recorded by')}
      items={day.people}
      keyOf={({ id }) => id}
      columns={[{ key: 'who', title: t('Recorded by'), show: ({ name }) => name }, ...columns]}
    />
  );
}

function Channels({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const figure = (amount: string) => <MoneyText bare amount={amount} currency={day.currency} />;
  return (
    <SheetTable
      label={t('Payments by channel')}
      items={day.channels}
      keyOf={({ channel }) => channel}
      columns={[
        {
          key: 'channel',
          title: t('Payments by channel'),
          show: ({ channel }) => (
            <TextLink to={`${paths.payments}?from=${day.on}&to=${day.on}&channel=${channel}`}>
              {t(labelOf(channel))}
            </TextLink>
          ),
        },
        { key: 'payments', title: t('Payments'), isFigure: true, show: (each) => each.payments },
        { key: 'amount', title: t('Amount'), isFigure: true, show: (each) => figure(each.amount) },
        { key: 'reversed', title: t('Reversed'), isFigure: true, isDetail: true, show: (each) => each.reversed },
        {
          key: 'back',
          title: t('Reversed amount'),
          isFigure: true,
          isDetail: true,
          show: (each) => figure(each.reversedAmount),
        },
      ]}
    />
  );
}
