import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '@/components/money-text';
import { WhyButton } from '@/components/why-button';
import type { Schema } from '@/lib/api/client';
import type { Figure } from '@/lib/api/explain';

/** How an amount is split: what it pays, part by part. */
export function AllocationList({
  allocation,
  currency,
  onAsk,
}: {
  readonly allocation: Schema<'Allocation'>;
  readonly currency: string;
  /** Asks why a part is what it is; absent while the payment is not booked. */
  readonly onAsk?: ((figure: Figure) => void) | undefined;
}) {
  const { t } = useTranslation();
  const parts: readonly (readonly [string, string | undefined, Figure])[] = [
    [t('Penalties'), allocation.penalties, 'PENALTIES'],
    [t('Fees'), allocation.fees, 'FEES'],
    [t('Interest'), allocation.interest, 'INTEREST'],
    [t('Principal'), allocation.principal, 'PRINCIPAL'],
    [t('To the borrower’s wallet'), allocation.excess, 'EXCESS'],
  ];
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.5 }}>
      {parts.map(([part, amount, figure]) => (
        <Box key={part} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {part}
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            {onAsk === undefined ? (
              <MoneyText amount={amount} currency={currency} />
            ) : (
              <WhyButton onAsk={() => onAsk(figure)}>
                <MoneyText amount={amount} currency={currency} />
              </WhyButton>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
