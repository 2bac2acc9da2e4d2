import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { EmptyState } from '@/components/empty-state';
import { moneyText } from '@/components/money-text';
import { TextLink } from '@/components/text-link';
import { formatDate } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { useRegion } from '@/lib/profile';

type Row = { readonly on: string; readonly amount: string };
type Props = { readonly rows: readonly Row[]; readonly currency: string | null | undefined };

/** What came in, day by day. Bars show heights; the words beside them are exact. */
export function RepaymentBars({ rows, currency }: Props) {
  const { t } = useTranslation();
  const region = useRegion();
  const theme = useTheme();
  const palette = theme.vars?.palette ?? theme.palette;
  const inCurrency = currency ?? region.currency;
  const weekday = (on: string) =>
    new Intl.DateTimeFormat(region.locale, { weekday: 'short', day: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${on}T00:00:00Z`),
    );
  const data = rows
    .filter((row) => !Number.isNaN(Date.parse(row.on)))
    .map((row) => ({ ...row, height: Number(row.amount), day: weekday(row.on) }));
  const compact = new Intl.NumberFormat(region.locale, { notation: 'compact', maximumFractionDigits: 2 });
  const text = { fill: palette.text.secondary, fontSize: 12 };
  const spoken = data
    .map((row) => `${formatDate(row.on, region.locale)}: ${moneyText(row.amount, inCurrency, region.locale)}`)
    .join('; ');
  if (data.every((row) => row.height === 0))
    return <EmptyState title={t('Nothing came in')}>{t('No repayment was booked on these days.')}</EmptyState>;
  return (
    <>
      <Box role="img" aria-label={spoken || t('No repayments')} sx={{ height: 200 }}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={data} margin={{ top: 8, right: 4, left: 0, bottom: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke={palette.divider} />
            <XAxis dataKey="day" tick={text} stroke={palette.divider} tickLine={false} />
            <YAxis tick={text} stroke="none" width={52} tickFormatter={(value: number) => compact.format(value)} />
            <Tooltip
              cursor={{ fill: palette.action.hover }}
              formatter={(_value, _name, item: { payload?: Row }) => [
                moneyText(item.payload?.amount, inCurrency, region.locale),
                t('Repaid'),
              ]}
              contentStyle={{
                background: palette.background.paper,
                border: `1px solid ${palette.divider}`,
                borderRadius: 8,
              }}
            />
            <Bar
              dataKey="height"
              fill={palette.primary.main}
              radius={[4, 4, 0, 0]}
              maxBarSize={44}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </Box>
      {rows.length > 0 && (
        <TextLink to={`${paths.payments}?status=POSTED&from=${rows[0]?.on ?? ''}&to=${rows.at(-1)?.on ?? ''}`}>
          {t('See these payments')}
        </TextLink>
      )}
    </>
  );
}
