const MOST_DECIMALS = 6;

/** An amount that may have more decimals than its currency; six are enough to follow a sum. */
export function exactText(amount: string, locale: string, decimals: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: MOST_DECIMALS,
  }).format(amount as `${number}`);
}

/** The same with the sign of its currency, as amounts are shown everywhere. */
export function exactMoney(amount: string, locale: string, currency: string): string {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  try {
    return new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: MOST_DECIMALS }).format(
      amount as `${number}`,
    );
  } catch {
    return `${amount} ${currency}`;
  }
}
