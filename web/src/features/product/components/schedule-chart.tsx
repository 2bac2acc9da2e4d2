import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Bar, ComposedChart, Legend, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { moneyText } from '@/components/money-text';
import type { Schedule } from '@/features/product/api/calculate-schedule';
import { useRegion } from '@/lib/profile';

/** Principal and interest of each installment, and the balance going down. Heights only: the figures are in the table. */
export function ScheduleChart({ schedule }: { readonly schedule: Schedule }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const theme = useTheme();
  const palette = theme.vars?.palette ?? theme.palette;
  const rows = (schedule.rows ?? []).map((row) => ({
    number: row.number,
    principal: Number(row.principal),
    interest: Number(row.interest),
    balance: Number(row.balance),
  }));
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 2 });
  const text = { fill: palette.text.secondary, fontSize: 12 };
  return (
    <Box role="img" aria-label={t('Principal, interest and balance by installment')} sx={{ height: 240 }}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={rows} margin={{ top: 8, right: 8, bottom: 0, left: 8 }} accessibilityLayer={false}>
          <XAxis dataKey="number" tick={text} stroke={palette.divider} />
          <YAxis
            yAxisId="due"
            tick={text}
            stroke={palette.divider}
            tickFormatter={(value: number) => compact.format(value)}
          />
          <YAxis yAxisId="balance" orientation="right" hide />
          <Tooltip
            formatter={(value) => moneyText(Number(value).toFixed(2), schedule.currency, locale)}
            contentStyle={{
              background: palette.background.paper,
              border: `1px solid ${palette.divider}`,
              borderRadius: 8,
            }}
          />
          <Legend
            wrapperStyle={{ fontSize: 12 }}
            formatter={(name: string) => <span style={{ color: palette.text.secondary }}>{name}</span>}
          />
          <Bar
            yAxisId="due"
            dataKey="principal"
            name={t('Principal')}
            stackId="due"
            fill={palette.primary.main}
            isAnimationActive={false}
          />
          <Bar
            yAxisId="due"
            dataKey="interest"
            name={t('Interest')}
            stackId="due"
            fill={palette.secondary.main}
            radius={[3, 3, 0, 0]}
            isAnimationActive={false}
          />
          <Line
            yAxisId="balance"
            dataKey="balance"
            name={t('Balance')}
            stroke={palette.text.primary}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </Box>
  );
}
