import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '@/components/loading';
import { MoneyText } from '@/components/money-text';
import { ProblemAlert } from '@/components/problem-alert';
import type { Loan } from '@/features/loan/api/get-loan';
import { simulationQuery, type NewSimulation } from '@/features/loan/api/simulate-loan';
import { BeforeAfter } from '@/features/loan/components/before-after';
import { compareAmounts, isAmount } from '@/lib/amount';
import { useDebounced } from '@/lib/use-debounced';

const NOTHING: NewSimulation = { kind: 'TOP_UP' };

type Props = {
  readonly loan: Pick<Loan, 'id' | 'currency'>;
  /** What is typed; undefined as long as there is nothing to ask. */
  readonly change: NewSimulation | undefined;
};

/** What comes of a loan by what is typed, before it is sent; nothing is kept. */
export function ChangePreview({ loan, change: typed }: Props) {
  const { t } = useTranslation();
  const settled = useDebounced(JSON.stringify(typed ?? NOTHING));
  const change = JSON.parse(settled) as NewSimulation;
  const asks = typed !== undefined;
  // While somebody types, what is known is of another change: nothing is better than that.
  const isBehind = asks && settled !== JSON.stringify(typed);
  const query = useQuery({
    ...simulationQuery(loan.id, change),
    enabled: asks && !isBehind,
  });
  const isKnown = asks && !isBehind;
  const shown = isKnown && !query.isError ? query.data : undefined;
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden' }} aria-live="polite">
      <Box sx={{ px: 2, pt: 1.5, pb: 1, fontWeight: 650 }}>{t('Before and after')}</Box>
      {!asks && <Box sx={{ px: 2, pb: 2, color: 'text.secondary' }}>{t('Fill this in to see what comes of it.')}</Box>}
      {asks && (isBehind || query.isPending) && (
        <Box sx={{ px: 2, pb: 2 }}>
          <Loading lines={7} />
        </Box>
      )}
      {isKnown && query.isError && (
        <Box sx={{ px: 2, pb: 1 }}>
          <ProblemAlert error={query.error} />
        </Box>
      )}
      {shown && <BeforeAfter simulation={shown} currency={loan.currency} />}
      {shown && isAmount(shown.keptBack) && compareAmounts(shown.keptBack, '0') > 0 && (
        <Box sx={{ p: 2, color: 'text.secondary', fontSize: '0.875rem' }}>
          {t('Charges kept back of what is paid out:')} <MoneyText amount={shown.keptBack} currency={loan.currency} />
        </Box>
      )}
    </Box>
  );
}
