import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { Facts } from '@/components/facts';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { PageButtons } from '@/components/page-buttons';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import type { LenderWallet, WalletMovement } from '@/features/ledger/api/lender-wallets';
import { CloseWalletDialog } from '@/features/ledger/components/close-wallet-dialog';
import { EntryDialog, type EntryName } from '@/features/ledger/components/entry-dialog';
import { MovementBackDialog } from '@/features/ledger/components/movement-back-dialog';
import { OutsideDialog } from '@/features/ledger/components/outside-dialog';
import { RenameWalletDialog } from '@/features/ledger/components/rename-wallet-dialog';
import { TransferDialog } from '@/features/ledger/components/transfer-dialog';
import { $api, api, readVersioned } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Dialog = 'transfer' | 'in' | 'out' | 'rename' | 'close';

/** One of the lender's wallets: what is in it, what moved it, and what can be done with it. */
export function LenderWalletPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['wallet', id],
    queryFn: () => readVersioned(api.GET('/api/wallets/{id}', { params: { path: { id } } })),
  });
  const wallet = query.data?.data.wallet;
  return (
    <Page
      title={wallet?.name ?? t('Wallet')}
      above={<TextLink to={paths.wallets}>{t('All wallets')}</TextLink>}
      subtitle={wallet && t(labelOf(wallet.kind))}
    >
      <QueryView query={query} lines={4}>
        {({ data, etag }) => (
          <Stack sx={{ gap: 2 }}>
            <Summary wallet={data.wallet} movable={data.movable} kept={data.kept} etag={etag} />
            <History wallet={data.wallet} />
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

type SummaryProps = {
  readonly wallet: LenderWallet;
  readonly movable: boolean;
  readonly kept: boolean;
  readonly etag: string | undefined;
};

function Summary({ wallet, movable, kept, etag }: SummaryProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [dialog, setDialog] = useState<Dialog>();
  const onClose = () => setDialog(undefined);
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const branch = branches.data?.items.find((each) => each.id === wallet.branchId)?.name;
  return (
    <Section
      title={t('What is in it')}
      action={
        <Stack direction="row" className="no-print" sx={{ gap: 1, flexWrap: 'wrap' }}>
          {movable && (
            <Button variant="contained" onClick={() => setDialog('transfer')}>
              {t('Transfer')}
            </Button>
          )}
          {kept && (
            <>
              <Button onClick={() => setDialog('in')}>{t('Put money in')}</Button>
              <Button onClick={() => setDialog('out')}>{t('Take money out')}</Button>
              <Button color="inherit" onClick={() => setDialog('rename')}>
                {t('Rename')}
              </Button>
              <Button color="inherit" onClick={() => setDialog('close')}>
                {t('Close it')}
              </Button>
            </>
          )}
        </Stack>
      }
    >
      <Facts
        facts={[
          [t('In it'), <MoneyText key="balance" strong amount={wallet.balance} currency={wallet.currency} />],
          [t('Of'), wallet.userName ?? branch ?? (wallet.branchId ? undefined : t('The whole organization'))],
          [
            t('Account'),
            may('ledger.view') ? (
              <TextLink key="account" to={paths.generalLedger({ account: wallet.accountCode })}>
                {wallet.accountCode}
              </TextLink>
            ) : (
              wallet.accountCode
            ),
          ],
          [t('Status'), wallet.closed && <StatusChip key="status" status="CLOSED" />],
          [
            t('Why it stays closed'),
            wallet.closed && t('Its account keeps its history, so it is not opened again. Open a new wallet instead.'),
          ],
        ]}
      />
      {dialog === 'transfer' && <TransferDialog wallet={wallet} onClose={onClose} />}
      {(dialog === 'in' || dialog === 'out') && <OutsideDialog wallet={wallet} way={dialog} onClose={onClose} />}
      {dialog === 'close' && <CloseWalletDialog wallet={wallet} onClose={onClose} />}
      {dialog === 'rename' && <RenameWalletDialog wallet={wallet} etag={etag} onClose={onClose} />}
    </Section>
  );
}

function History({ wallet }: { readonly wallet: LenderWallet }) {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const to = get('to') || organization.businessDate;
  const from = get('from') || `${to.slice(0, 4)}-01-01`;
  const pages = usePages(`${from} ${to}`);
  const query = useQuery({
    ...$api.queryOptions('get', '/api/wallets/{id}/movements', {
      params: {
        path: { id: wallet.id },
        query: { from, to, limit: 50, ...(pages.cursor !== undefined && { cursor: pages.cursor }) },
      },
    }),
    placeholderData: keepPreviousData,
  });
  const money = (amount: string) => <MoneyText amount={amount} currency={wallet.currency} />;
  return (
    <Section
      title={t('History')}
      flush
      action={
        <FilterBar end={<ExportButtons what="wallet-statement" query={{ walletId: wallet.id, from, to }} />}>
          <FilterDate label={t('From')} value={from} onChoose={(first) => set({ from: first })} />
          <FilterDate label={t('To')} value={to} onChoose={(last) => set({ to: last })} />
        </FilterBar>
      }
    >
      <QueryView query={query} lines={8}>
        {(history) => (
          <>
            <Box sx={{ px: 2.5, pb: 2 }}>
              <Facts
                width={150}
                facts={[
                  [t('Opening balance'), money(history.opening)],
                  [t('Came in'), money(history.in)],
                  [t('Went out'), money(history.out)],
                  [t('Closing balance'), money(history.closing)],
                ]}
              />
            </Box>
            {history.items.length === 0 ? (
              <EmptyState title={t('Nothing moved in these days.')} />
            ) : (
              <Movements wallet={wallet} items={history.items} />
            )}
            <PageButtons pages={pages} next={history.next} count={history.items.length} />
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Movements({ wallet, items }: { readonly wallet: LenderWallet; readonly items: readonly WalletMovement[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const [opened, setOpened] = useState<EntryName>();
  const [back, setBack] = useState<WalletMovement>();
  return (
    <>
      <SheetTable
        label={t('What moved {{name}}', { name: wallet.name ?? '' })}
        items={items}
        keyOf={(row) => `${row.id} ${row.change}`}
        isVoid={(row) => Boolean(row.reversedOn)}
        columns={[
          { key: 'on', title: t('Date'), show: (row) => <DateText value={row.on} /> },
          {
            key: 'entry',
            title: t('Entry'),
            isDetail: true,
            show: (row) =>
              may('ledger.view') ? (
                <Link
                  component="button"
                  aria-label={t('Entry {{number}}', { number: row.number })}
                  onClick={() => setOpened({ id: row.id, number: row.number })}
                >
                  {row.number}
                </Link>
              ) : (
                row.number
              ),
          },
          {
            key: 'what',
            title: t('What'),
            isDetail: true,
            show: (row) => (
              <Box component="span" sx={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
                {row.type === 'loan' && may('loan.view') ? (
                  <TextLink to={paths.loan(row.sourceId)}>{row.description}</TextLink>
                ) : (
                  row.description
                )}
              </Box>
            ),
          },
          { key: 'by', title: t('By'), isDetail: true, show: (row) => row.recordedByName ?? '–' },
          {
            key: 'change',
            title: t('Change'),
            isFigure: true,
            show: (row) => <MoneyText bare amount={row.change} currency={wallet.currency} />,
          },
          {
            key: 'balance',
            title: t('In it'),
            isFigure: true,
            show: (row) => <MoneyText bare amount={row.balance} currency={wallet.currency} />,
          },
          {
            key: 'back',
            title: t('Taken back'),
            isDetail: true,
            show: (row) =>
              row.reversible ? (
                <Button
                  size="small"
                  color="error"
                  sx={{ my: -0.75 }}
                  onClick={() => setBack(row)}
                  aria-label={t('Take entry {{number}} back', { number: row.number })}
                >
                  {t('Take back')}
                </Button>
              ) : (
                <DateText value={row.reversedOn} />
              ),
          },
        ]}
      />
      {opened && <EntryDialog entry={opened} onClose={() => setOpened(undefined)} />}
      {back && <MovementBackDialog movement={back} onClose={() => setBack(undefined)} />}
    </>
  );
}
