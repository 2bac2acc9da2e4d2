const MOST_DECIMALS = 6;

/** An amount that may have more decimals than its currency; six are enough to follow a sum. */
export function exactText(amount: string, locale: string, decimals: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: MOST_DECIMALS,
  }).format(amount as `${number}`);
}
