import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { MoneyText, moneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { $api, type Schema } from '@/lib/api/client';
import { useProfile, useRegion } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** What was paid in some days, category by category. */
export function ExpenseSums() {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const [get, set] = useQueryState();
  const to = get('paidTo') || organization.businessDate;
  const from = get('paidFrom') || `${to.slice(0, 4)}-01-01`;
  const currency = get('currency');
  const query = useQuery(
    $api.queryOptions('get', '/api/expenses/summary', {
      params: { query: { from, to, ...(currency !== '' && { currency }) } },
    }),
  );
  return (
    <Section
      title={t('Paid by category')}
      flush
      action={
        <FilterBar>
          <FilterDate label={t('Paid from')} value={from} onChoose={(first) => set({ paidFrom: first })} />
          <FilterDate label={t('Paid to')} value={to} onChoose={(last) => set({ paidTo: last })} />
          <FilterCurrency value={currency} onChoose={(chosen) => set({ currency: chosen })} />
        </FilterBar>
      }
    >
      <QueryView query={query} lines={4}>
        {(summary) =>
          summary.categories.length === 0 ? (
            <EmptyState title={t('Nothing was paid in these days.')} />
          ) : (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
              <Bars summary={summary} />
              <SheetTable
                label={t('Paid by category')}
                items={summary.categories}
                keyOf={(each) => each.categoryId}
                columns={[
                  { key: 'category', title: t('Category'), show: (each) => each.category, foot: t('Together') },
                  { key: 'count', title: t('Expenses'), isFigure: true, show: (each) => each.count },
                  {
                    key: 'amount',
                    title: t('Paid'),
                    isFigure: true,
                    show: (each) => <MoneyText bare amount={each.amount} currency={summary.currency} />,
                    foot: <MoneyText strong amount={summary.total} currency={summary.currency} />,
                  },
                ]}
              />
            </Box>
          )
        }
      </QueryView>
    </Section>
  );
}

/** Bars show lengths; the table beside them is exact. */
function Bars({ summary }: { readonly summary: Schema<'ExpenseSummary'> }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const theme = useTheme();
  const palette = theme.vars?.palette ?? theme.palette;
  const text = { fill: palette.text.secondary, fontSize: 12 };
  const data = summary.categories.map((each) => ({ ...each, length: Number(each.amount) }));
  const spoken = data.map((each) => `${each.category}: ${moneyText(each.amount, summary.currency, locale)}`).join('; ');
  return (
    <Box role="img" aria-label={spoken} sx={{ height: Math.max(120, 40 * data.length), px: 2.5, pb: 2 }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={data} layout="vertical" margin={{ left: 0, right: 8 }} accessibilityLayer={false}>
          <XAxis type="number" hide />
          <YAxis type="category" dataKey="category" width={130} tick={text} stroke="none" />
          <Tooltip
            cursor={{ fill: palette.action.hover }}
            formatter={(_value, _name, item: { payload?: Schema<'ExpenseSum'> }) => [
              moneyText(item.payload?.amount, summary.currency, locale),
              t('Paid'),
            ]}
            contentStyle={{
              background: palette.background.paper,
              border: `1px solid ${palette.divider}`,
              borderRadius: 8,
            }}
          />
          <Bar
            dataKey="length"
            fill={palette.primary.main}
            radius={[0, 4, 4, 0]}
            maxBarSize={22}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </Box>
  );
}
