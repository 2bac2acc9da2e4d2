import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
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
  const query = useQuery(
    $api.queryOptions('get', '/api/reports/control-accounts', { params: { query: { currency } } }),
  );
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Control accounts in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="control-accounts" query={{ currency }} />}>
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={4}>
          {(controls) => <Sheet controls={controls} />}
        </QueryView>
      </Section>
    </PrintedLedgerPage>
  );
}

function Sheet({ controls: { controls, currency, on } }: { readonly controls: Controls }) {
  const { t } = useTranslation();
  const isOff = controls.some(({ difference }) => compareAmounts(difference, '0') !== 0);
  const figure = (amount: string) => <MoneyText bare amount={amount} currency={currency} />;
  return (
    <>
      <Box sx={{ px: 2.5, pb: 2 }}>
        <Alert severity={isOff ? 'error' : 'success'}>
          {isOff
            ? t('The two sides differ. Stop booking and call your administrator.')
            : t('Loans and wallets are what the books say.')}
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
            show: ({ kept }) => (kept === 'LOAN_PRINCIPAL' ? t('Principal owed') : t('Wallets')),
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
          { key: 'sum', title: t('One by one'), isFigure: true, show: ({ subLedger }) => figure(subLedger) },
          { key: 'control', title: t('In the books'), isFigure: true, show: ({ control }) => figure(control) },
          { key: 'difference', title: t('Difference'), isFigure: true, show: ({ difference }) => figure(difference) },
        ]}
      />
    </>
  );
}
