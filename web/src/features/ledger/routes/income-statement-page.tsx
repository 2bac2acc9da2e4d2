import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { basisOf, FilterBasis } from '@/features/ledger/components/filter-basis';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { StatementTable } from '@/features/ledger/components/statement-table';
import { $api } from '@/lib/api/client';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** What was earned and spent in some days, beside other days if somebody wants to compare. */
export function IncomeStatementPage() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const to = get('to') || organization.businessDate;
  const from = get('from') || `${to.slice(0, 4)}-01-01`;
  const currency = get('currency') || organization.currency;
  const comparedFrom = get('comparedFrom');
  const comparedTo = get('comparedTo');
  const compares = comparedFrom !== '' && comparedTo !== '';
  const filter = { from, to, currency, ...(compares && { comparedFrom, comparedTo }), ...basisOf(get('basis')) };
  const query = useQuery({
    ...$api.queryOptions('get', '/api/ledger/income-statement', { params: { query: filter } }),
    placeholderData: keepPreviousData,
  });
  return (
    <PrintedLedgerPage>
      <Section
        title={t('Income statement in {{currency}}', { currency })}
        flush
        action={
          <FilterBar end={<ExportButtons what="income-statement" query={filter} />}>
            <FilterDate label={t('From')} value={from} onChoose={(date) => set({ from: date })} />
            <FilterDate label={t('To')} value={to} onChoose={(date) => set({ to: date })} />
            <FilterDate
              label={t('Beside, from')}
              value={comparedFrom}
              onChoose={(date) => set({ comparedFrom: date })}
            />
            <FilterDate label={t('Beside, to')} value={comparedTo} onChoose={(date) => set({ comparedTo: date })} />
            <FilterBasis value={get('basis')} onChoose={(basis) => set({ basis })} />
            <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
          </FilterBar>
        }
      >
        <QueryView query={query} lines={8}>
          {(statement) =>
            statement.income.lines.length + statement.expenses.lines.length === 0 ? (
              <EmptyState title={t('Nothing was posted in these days.')}>
                {t('Interest, fees and penalties are income when they are paid.')}
              </EmptyState>
            ) : (
              <StatementTable
                label={t('Income statement')}
                isBooked={get('basis') !== ''}
                currency={currency}
                days={{ from: statement.from, to: statement.to }}
                compared={
                  statement.comparedFrom && statement.comparedTo
                    ? { from: statement.comparedFrom, to: statement.comparedTo }
                    : undefined
                }
                parts={[
                  { title: t('Income'), lines: statement.income.lines, total: statement.income.total },
                  { title: t('Expenses'), lines: statement.expenses.lines, total: statement.expenses.total },
                  { title: t('Result'), total: statement.result },
                ]}
              />
            )
          }
        </QueryView>
      </Section>
    </PrintedLedgerPage>
  );
}
