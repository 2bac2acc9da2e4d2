import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { pastDueText } from '@/components/days-past-due';
import { useNumberText } from '@/components/use-number-text';
import { atCloses, type Closes } from '@/features/reporting/components/at-closes';
import { Figure } from '@/features/reporting/components/figure';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Props = { readonly rows: readonly Schema<'AtRisk'>[]; readonly closes: Closes };

/** What closes keep, by days past due: late at all, and by more than 30 days. */
const KEPT: Readonly<Record<number, 'percentLate' | 'percentLate30'>> = { 1: 'percentLate', 31: 'percentLate30' };

/** The portfolio at risk; each figure leads to its loans. */
export function AtRisk({ rows, closes }: Props) {
  const { t } = useTranslation();
  const number = useNumberText();
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr 1fr', lg: 'repeat(3, 1fr)' } }}>
      {rows.map(({ fromDay, loans, percent }) => (
        <Figure
          key={fromDay}
          label={fromDay === 1 ? t('At risk, late at all') : t('At risk, over {{days}} days', { days: fromDay - 1 })}
          value={`${percent} %`}
          note={[
            t('Loans: {{shown}}', { shown: number(loans) }),
            ...atCloses(t, closes, (closed) => {
              const kept = KEPT[fromDay];
              return kept && `${closed[kept]} %`;
            }),
          ].join(', ')}
          to={`${paths.loans}?late=${pastDueText({ from: fromDay })}`}
          how={t(
            'All principal of active loans that are {{days}} days past due or more, as a part of the principal of all active loans.',
            { days: fromDay },
          )}
        />
      ))}
    </Box>
  );
}
