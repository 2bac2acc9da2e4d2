import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '@/components/money-text';
import type { Schema } from '@/lib/api/client';

/** How an amount is split: what it pays, part by part. */
export function AllocationList({
  allocation,
  currency,
}: {
  readonly allocation: Schema<'Allocation'>;
  readonly currency: string;
}) {
  const { t } = useTranslation();
  const parts: readonly (readonly [string, string | undefined])[] = [
    [t('Penalties'), allocation.penalties],
    [t('Fees'), allocation.fees],
    [t('Interest'), allocation.interest],
    [t('Principal'), allocation.principal],
    [t('To the borrower’s wallet'), allocation.excess],
  ];
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.5 }}>
      {parts.map(([part, amount]) => (
        <Box key={part} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {part}
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            <MoneyText amount={amount} currency={currency} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}
