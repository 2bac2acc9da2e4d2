import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { HowComputed } from '@/components/how-computed';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { compareAmounts } from '@/lib/amount';
import { $api, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Controls = Schema<'ControlAccounts'>;

/** Whether loans and wallets, added up one by one, are what the books say of all of them. */
export function ControlAccountsPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const currency = get('currency') || organization.currency;
  const on = get('on') || organization.businessDate;
  const filter = { on, currency };
  const query = useQuery($api.queryOptions('get', '/api/reports/control-accounts', { params: { query: filter } }));
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Control accounts in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="control-accounts" query={filter} />}>
            <FilterDate label={t('On')} value={on} onChoose={(date) => set({ on: date })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={4}>
          {(controls) => <Sheet controls={controls} isNow={on === organization.businessDate} />}
        </QueryView>
        <HowComputed>
          {t(
            'One by one is the sum of what is kept of each loan and wallet; in the books is the balance of the accounts. On a day that is past loans are replayed from their events, and wallets hold what they hold now less what was posted since: their difference is that of now, and proves nothing of that day. Interest receivable is kept as of the last close, so it is shown for now only.',
          )}
        </HowComputed>
      </Section>
    </PrintedLedgerPage>
  );
}

type SheetProps = { readonly controls: Controls; readonly isNow: boolean };

function Sheet({ controls: { controls, currency, on }, isNow }: SheetProps) {
  const { t } = useTranslation();
  const words = {
    LOAN_PRINCIPAL: t('Principal owed'),
    WALLETS: t('Wallets'),
    LENDER_WALLETS: t('Wallets of the lender'),
    INTEREST_RECEIVABLE: t('Interest receivable'),
  };
  const isOffAtLoans = controls.some(
    ({ kept, difference }) => kept === 'LOAN_PRINCIPAL' && compareAmounts(difference, '0') !== 0,
  );
  const isOff = controls.some(({ difference }) => compareAmounts(difference, '0') !== 0);
  const figure = (amount: string) => <MoneyText bare amount={amount} currency={currency} />;
  return (
    <>
      <Box sx={{ px: 2.5, pb: 2 }}>
        <Alert severity={isOff ? 'error' : 'success'}>
          {isOff
            ? t('The two sides differ. Stop booking and call your administrator.')
            : isNow
              ? t('Loans and wallets are what the books say.')
              : t('Loans were what the books say of that day. The difference of wallets is that of now.')}
        </Alert>
      </Box>
      <SheetTable
        label={t('Control accounts')}
        items={controls}
        keyOf={({ kept }) => kept}
        columns={[
          {
            key: 'what',
            title: t('What'),
            show: ({ kept }) => words[kept],
          },
          {
            key: 'accounts',
            title: t('Accounts'),
            isDetail: true,
            show: ({ accounts }) =>
              accounts.map(({ code, name }) => (
                <Box key={code}>
                  <TextLink to={paths.generalLedger({ account: code, to: on, currency })}>{`${code} ${name}`}</TextLink>
                </Box>
              )),
          },
          {
            key: 'sum',
            title: t('One by one'),
            isFigure: true,
            isDetail: true,
            show: ({ subLedger }) => figure(subLedger),
          },
          {
            key: 'control',
            title: t('In the books'),
            isFigure: true,
            isDetail: true,
            show: ({ control }) => figure(control),
          },
          { key: 'difference', title: t('Difference'), isFigure: true, show: ({ difference }) => figure(difference) },
        ]}
      />
      {isOffAtLoans && isNow && <LoansApart currency={currency} />}
    </>
  );
}

/** Where a difference of the principal comes from. */
function LoansApart({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const query = useQuery(
    $api.queryOptions('get', '/api/reports/control-accounts/loans', { params: { query: { currency } } }),
  );
  const figure = (amount: string) => <MoneyText bare amount={amount} currency={currency} />;
  return (
    <QueryView query={query} lines={4}>
      {({ loans, rest }) => (
        <>
          <Box sx={{ px: 2.5, py: 2 }}>
            {t('On these accounts without a loan:')} {figure(rest)}
          </Box>
          {loans.length > 0 && (
            <SheetTable
              label={t('Loans that differ')}
              items={loans}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'loan',
                  title: t('Loan'),
                  show: ({ id, number }) => <TextLink to={paths.loan(id)}>{number}</TextLink>,
                },
                { key: 'kept', title: t('Principal owed'), isFigure: true, show: ({ kept }) => figure(kept) },
                { key: 'posted', title: t('In the books'), isFigure: true, show: ({ posted }) => figure(posted) },
              ]}
            />
          )}
        </>
      )}
    </QueryView>
  );
}
