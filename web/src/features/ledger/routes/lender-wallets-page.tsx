import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { PageButtons } from '@/components/page-buttons';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { LENDER_KINDS, lenderWalletsQuery, type LenderWallet } from '@/features/ledger/api/lender-wallets';
import { LenderWalletDialog } from '@/features/ledger/components/lender-wallet-dialog';
import { TransferDialog } from '@/features/ledger/components/transfer-dialog';
import { addAmounts } from '@/lib/amount';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay, useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** The lender's own money, kept apart: loan funds, expense wallets and tills, with what is in each. */
export function LenderWalletsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { permissions } = useProfile();
  const [get, set] = useQueryState();
  const [isOpening, setOpening] = useState(false);
  const [from, setFrom] = useState<LenderWallet>();
  const closed = get('closed') === 'yes';
  const pages = usePages(get('closed'));
  const query = useQuery(lenderWalletsQuery(closed, pages.cursor));
  const keeps = may('fund.transfer') && permissions['fund.transfer'] !== 'OWN';
  const isEmpty = query.data?.items.length === 0;
  return (
    <Page
      title={t('Wallets')}
      subtitle={t('Money of the lender that is kept apart. A wallet is never overdrawn.')}
      actions={
        keeps && (
          <Button variant="contained" onClick={() => setOpening(true)}>
            {t('Open a wallet')}
          </Button>
        )
      }
    >
      <Stack sx={{ gap: 2 }}>
        <FilterBar>
          <FilterSelect
            label={t('Which')}
            value={get('closed')}
            usual={t('Open')}
            options={[{ value: 'yes', label: t('Closed') }]}
            onChoose={(chosen) => set({ closed: chosen })}
          />
        </FilterBar>
        <QueryView query={query} lines={6}>
          {({ items, next }) =>
            isEmpty ? (
              <EmptyState title={closed ? t('No wallet is closed') : t('There is no wallet yet')}>
                {!closed && t('Open a loan fund to pay loans out of, an expense wallet, or a till for each counter.')}
              </EmptyState>
            ) : (
              LENDER_KINDS.map((kind) => (
                <OfKind
                  key={kind}
                  kind={kind}
                  wallets={items.filter((wallet) => wallet.kind === kind)}
                  isAll={!next && pages.cursor === undefined}
                  {...(may('fund.transfer') && !closed && { onTransfer: setFrom })}
                />
              ))
            )
          }
        </QueryView>
        <PageButtons pages={pages} next={query.data?.next} count={query.data?.items.length ?? 0} />
      </Stack>
      {isOpening && <LenderWalletDialog onClose={() => setOpening(false)} />}
      {from && <TransferDialog wallet={from} onClose={() => setFrom(undefined)} />}
    </Page>
  );
}

type OfKindProps = {
  readonly kind: (typeof LENDER_KINDS)[number];
  readonly wallets: readonly LenderWallet[];
  /** Whether there are no more on other pages: only then they are added up. */
  readonly isAll: boolean;
  readonly onTransfer?: (wallet: LenderWallet) => void;
};

const PLURALS = { LOAN_FUND: 'Loan funds', EXPENSE: 'Expense wallets', TILL: 'Tills' } as const;

function OfKind({ kind, wallets, isAll, onTransfer }: OfKindProps) {
  const { t } = useTranslation();
  const may = useMay();
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const nameOf = (id: string) => branches.data?.items.find((branch) => branch.id === id)?.name ?? labelOf('BRANCH');
  const currencies = [...new Set(wallets.map((wallet) => wallet.currency))];
  if (wallets.length === 0) return null;
  return (
    <Section title={t(PLURALS[kind])} flush>
      <SheetTable
        label={t(PLURALS[kind])}
        items={wallets}
        keyOf={(wallet) => wallet.id}
        columns={[
          {
            key: 'name',
            title: t('Name'),
            show: (wallet) => <TextLink to={paths.wallet(wallet.id)}>{wallet.name ?? ''}</TextLink>,
            ...(isAll && { foot: t('Together') }),
          },
          {
            key: 'of',
            title: t('Of'),
            isDetail: true,
            show: (wallet) =>
              wallet.userName ?? (wallet.branchId ? nameOf(wallet.branchId) : t('The whole organization')),
          },
          { key: 'account', title: t('Account'), isDetail: true, show: (wallet) => wallet.accountCode },
          {
            key: 'balance',
            title: t('In it'),
            isFigure: true,
            show: (wallet) => <MoneyText amount={wallet.balance} currency={wallet.currency} />,
            ...(isAll && {
              foot: currencies.map((currency) => (
                <div key={currency}>
                  <MoneyText
                    strong
                    currency={currency}
                    amount={addAmounts(
                      ...wallets.filter((wallet) => wallet.currency === currency).map((wallet) => wallet.balance),
                    )}
                  />
                </div>
              )),
            }),
          },
          ...(onTransfer
            ? [
                {
                  key: 'transfer',
                  title: t('Transfer'),
                  isDetail: true,
                  show: (wallet: LenderWallet) => (
                    <Button
                      size="small"
                      sx={{ my: -0.75 }}
                      onClick={() => onTransfer(wallet)}
                      aria-label={t('Transfer from {{name}}', { name: wallet.name ?? '' })}
                    >
                      {t('Transfer')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
