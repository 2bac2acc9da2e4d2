import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { HowComputed } from '@/components/how-computed';
import { LedgerSpanFilter } from '@/features/ledger/components/ledger-span-filter';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { useLedgerSpan } from '@/features/ledger/components/use-ledger-span';
import { compareAmounts } from '@/lib/amount';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Flow = Schema<'CashFlow'>;

/** Where money came from in some days and where it went. */
export function CashFlowPage() {
  const { t } = useTranslation();
  const span = useLedgerSpan();
  const { filter, branch } = span;
  const query = useQuery({
    ...$api.queryOptions('get', '/api/ledger/cash-flow', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Cash flow in {{currency}}', { currency: filter.currency })}
        flush
        action={<LedgerSpanFilter what="cash-flow" span={span} />}
      >
        <QueryView query={query} lines={8}>
          {(flow) => <Statement flow={flow} branch={branch} />}
        </QueryView>
        <HowComputed>
          {t(
            'Direct method: the other sides of all entries that move money at hand. Received is what they credit, paid what they debit; what is taken back is taken off. Before plus change is after.',
          )}
        </HowComputed>
      </Section>
    </PrintedLedgerPage>
  );
}

function Statement({ flow, branch }: { readonly flow: Flow; readonly branch: string }) {
  const { t } = useTranslation();
  const money = (amount: string) => <MoneyText amount={amount} currency={flow.currency} />;
  const figure = (amount: string) => <MoneyText bare amount={amount} currency={flow.currency} />;
  const titles: Readonly<Record<string, string>> = {
    OPERATING: t('Operating'),
    INVESTING: t('Investing'),
    FINANCING: t('Financing'),
  };
  const sections = flow.sections.filter(({ flows }) => flows.length > 0);
  const entries = (account: string) =>
    paths.entriesOf({
      account,
      from: flow.from,
      to: flow.to,
      money: 'yes',
      ...(branch !== '' && { branch }),
    });
  return (
    <>
      <Box sx={{ px: 2.5, pb: 2 }}>
        {compareAmounts(flow.difference, '0') !== 0 && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {t('The two sides differ. Stop booking and call your administrator.')}
          </Alert>
        )}
        <Facts
          width={150}
          facts={[
            [t('Money at hand before'), money(flow.opening)],
            [t('Change'), money(flow.change)],
            [t('Money at hand after'), money(flow.closing)],
          ]}
        />
      </Box>
      {sections.length === 0 ? (
        <EmptyState title={t('No money moved in these days.')} />
      ) : (
        sections.map((section) => (
          <Box key={section.kind} sx={{ pb: 2 }}>
            <SheetTable
              label={titles[section.kind] ?? section.kind}
              items={section.flows}
              keyOf={({ code }) => code}
              columns={[
                {
                  key: 'account',
                  title: titles[section.kind] ?? section.kind,
                  show: ({ code, name }) => <TextLink to={entries(code)}>{`${code} ${name}`}</TextLink>,
                  foot: t('Total'),
                },
                {
                  key: 'received',
                  title: t('Received'),
                  isFigure: true,
                  isDetail: true,
                  show: (each) => figure(each.received),
                },
                { key: 'paid', title: t('Paid'), isFigure: true, isDetail: true, show: (each) => figure(each.paid) },
                {
                  key: 'net',
                  title: t('Net'),
                  isFigure: true,
                  show: (each) => figure(each.net),
                  foot: <MoneyText strong amount={section.net} currency={flow.currency} />,
                },
              ]}
            />
          </Box>
        ))
      )}
      <SheetTable
        label={t('Money at hand')}
        items={flow.accounts}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'account',
            title: t('Money at hand'),
            show: ({ code, name }) => (
              <TextLink
                to={paths.generalLedger({ account: code, currency: flow.currency, from: flow.from, to: flow.to })}
              >{`${code} ${name}`}</TextLink>
            ),
          },
          { key: 'before', title: t('Before'), isFigure: true, isDetail: true, show: (each) => figure(each.opening) },
          { key: 'in', title: t('In'), isFigure: true, isDetail: true, show: (each) => figure(each.in) },
          { key: 'out', title: t('Out'), isFigure: true, isDetail: true, show: (each) => figure(each.out) },
          { key: 'after', title: t('After'), isFigure: true, show: (each) => figure(each.closing) },
        ]}
      />
    </>
  );
}
