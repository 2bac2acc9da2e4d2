import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { basisOf, FilterBasis } from '@/features/ledger/components/filter-basis';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { StatementTable } from '@/features/ledger/components/statement-table';
import { compareAmounts } from '@/lib/amount';
import { $api, type Schema } from '@/lib/api/client';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** What there is and whose it is at the end of a day, beside another day if somebody wants to compare. */
export function BalanceSheetPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const on = get('on') || organization.businessDate;
  const currency = get('currency') || organization.currency;
  const comparedOn = get('comparedOn');
  const filter = { on, currency, ...(comparedOn !== '' && { comparedOn }), ...basisOf(get('basis')) };
  const query = useQuery({
    ...$api.queryOptions('get', '/api/ledger/balance-sheet', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Balance sheet in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="balance-sheet" query={filter} />}>
            <FilterDate label={t('On')} value={on} onChoose={(date) => set({ on: date })} />
            <FilterDate label={t('Beside')} value={comparedOn} onChoose={(date) => set({ comparedOn: date })} />
            <FilterBasis value={get('basis')} onChoose={(basis) => set({ basis })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={8}>
          {(sheet) =>
            isEmpty(sheet) ? (
              <EmptyState title={t('Nothing was posted yet.')} />
            ) : (
              <Sheet sheet={sheet} isBooked={get('basis') !== ''} />
            )
          }
        </QueryView>
      </Section>
    </PrintedLedgerPage>
  );
}

function isEmpty({ assets, liabilities, equity }: Schema<'BalanceSheet'>): boolean {
  return assets.lines.length + liabilities.lines.length + equity.lines.length === 0;
}

function Sheet({ sheet, isBooked }: { readonly sheet: Schema<'BalanceSheet'>; readonly isBooked: boolean }) {
  const { t } = useTranslation();
  const { amount, compared } = sheet.difference;
  const off = [amount, compared ?? '0'].find((each) => compareAmounts(each, '0') !== 0);
  return (
    <>
      {off !== undefined && (
        <Box sx={{ px: 2.5, pb: 1.5 }}>
          <Alert severity="error">
            {t('The sheet does not balance. Stop booking and call your administrator.')}{' '}
            <MoneyText amount={off} currency={sheet.currency} />
          </Alert>
        </Box>
      )}
      <StatementTable
        label={t('Balance sheet')}
        isBooked={isBooked}
        currency={sheet.currency}
        days={{ to: sheet.on }}
        compared={sheet.comparedOn ? { to: sheet.comparedOn } : undefined}
        parts={[
          { title: t('Assets'), lines: sheet.assets.lines, total: sheet.assets.total, isStrong: true },
          { title: t('Liabilities'), lines: sheet.liabilities.lines, total: sheet.liabilities.total },
          { title: t('Equity'), lines: sheet.equity.lines, total: sheet.equity.total },
          { title: t('Result up to the day'), total: sheet.result },
          { title: t('Liabilities and equity'), total: sheet.liabilitiesAndEquity },
        ]}
      />
    </>
  );
}
