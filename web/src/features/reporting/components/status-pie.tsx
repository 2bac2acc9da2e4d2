import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { Pie, PieChart } from 'recharts';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { TextLink } from '@/components/text-link';
import { toneOf } from '@/components/tones';
import { useNumberText } from '@/components/use-number-text';
import { paths } from '@/lib/paths';

type Row = { readonly status: string; readonly count: number };

const PIPELINE = new Set(['SUBMITTED', 'UNDER_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'CANCELLED']);
const SIZE = 200;
/** Statuses that share the tone of another one, or nearly: how much of it they keep, so that no two slices look the same. */
const FAINTER: Readonly<Record<string, number>> = { APPROVED: 45, WITHDRAWN: 35, CANCELLED: 65, WRITTEN_OFF: 50 };

/** How many loans stand where; every slice has a line that leads to its loans. */
export function StatusPie({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  const numberText = useNumberText();
  const theme = useTheme();
  const palette = theme.vars?.palette ?? theme.palette;
  const shown = rows.filter((row) => row.count > 0);
  const color = (status: string) => {
    const tone = toneOf(status);
    const full = tone === 'neutral' ? palette.text.secondary : palette[tone].main;
    const kept = FAINTER[status];
    return kept === undefined ? full : `color-mix(in srgb, ${full} ${String(kept)}%, ${palette.background.paper})`;
  };
  if (shown.length === 0) return <EmptyState title={t('No loan yet')} />;
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap', justifyContent: 'center' }}>
      <Box aria-hidden sx={{ width: SIZE, height: SIZE }}>
        <PieChart width={SIZE} height={SIZE} accessibilityLayer={false}>
          <Pie
            data={shown.map((row) => ({ ...row, fill: color(row.status) }))}
            dataKey="count"
            nameKey="status"
            innerRadius={58}
            outerRadius={94}
            paddingAngle={2}
            strokeWidth={0}
            isAnimationActive={false}
            rootTabIndex={-1}
          />
        </PieChart>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, flex: '1 1 180px' }}>
        {shown.map((row) => (
          <Box component="li" key={row.status} sx={{ display: 'flex', alignItems: 'center', gap: 1.25, py: 0.5 }}>
            <Box aria-hidden sx={{ width: 12, height: 12, borderRadius: '3px', backgroundColor: color(row.status) }} />
            <Box sx={{ flex: 1 }}>
              <TextLink to={`${PIPELINE.has(row.status) ? paths.applications : paths.loans}?status=${row.status}`}>
                {t(labelOf(row.status))}
              </TextLink>
            </Box>
            <Box sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600 }}>{numberText(row.count)}</Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
