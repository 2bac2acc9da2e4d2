import Box from '@mui/material/Box';
import { isAmount } from '@/lib/amount';
import { useRegion } from '@/lib/profile';

type Props = {
  readonly amount: string | null | undefined;
  readonly currency?: string | null | undefined;
  /** Without the currency sign, for columns whose head names it. */
  readonly bare?: boolean;
  readonly strong?: boolean;
};

/** Shows an amount exactly as the server sent it, in figures that line up; what is no amount is a dash. */
export function MoneyText({ amount, currency, bare = false, strong = false }: Props) {
  const region = useRegion();
  const text = moneyText(amount, currency ?? region.currency, region.locale, bare);
  return (
    <Box
      component="span"
      sx={{ fontVariantNumeric: 'tabular-nums lining-nums', whiteSpace: 'nowrap', ...(strong && { fontWeight: 650 }) }}
    >
      {text}
    </Box>
  );
}

/** The same as plain text, for charts and sentences. */
export function moneyText(amount: string | null | undefined, currency: string, locale: string, bare = false): string {
  if (!isAmount(amount)) return '–';
  // A decimal string is formatted exactly; a number would pass through a binary fraction.
  const exact = amount as `${number}`;
  try {
    const money = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
    if (!bare) return money.format(exact);
    const decimals = money.resolvedOptions().maximumFractionDigits ?? 2;
    return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      exact,
    );
  } catch {
    return `${amount} ${currency}`;
  }
}
