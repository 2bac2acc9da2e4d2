/** Decimal amounts as text. Nothing here passes through a binary fraction. */

const SCALES: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

/**
 * Reads what a person types: `5k`, `1.2m`, `1,250.50`, `1 250,50`. Answers a plain decimal string, or undefined for
 * what is no amount. A single separator followed by exactly three digits groups thousands, unless the locale writes
 * decimals with it.
 */
export function parseAmount(typed: string, locale: string): string | undefined {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/[\s'’\u00a0\u202f]/g, '');
  const match = /^([0-9.,]*[0-9][0-9.,]*)([kmb]?)$/.exec(text);
  if (match === null) return undefined;
  const plain = withoutGroups(match[1] ?? '', decimalSeparator(locale));
  if (plain === undefined) return undefined;
  return tidy(shift(plain, SCALES[match[2] ?? ''] ?? 0));
}

/** Whether a text is a decimal amount as the server sends it. */
export function isAmount(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

/** Negative, zero or positive as `left` is below, equal to or above `right`. */
export function compareAmounts(left: string, right: string): number {
  const [a, b] = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `left` - `right`, with the decimals of the longer one. */
export function subtractAmounts(left: string, right: string): string {
  const [a, b, scale] = aligned(left, right);
  return fromMinor(a - b, scale);
}

/** The sum of amounts, with the decimals of the longest one. */
export function addAmounts(...amounts: readonly string[]): string {
  return amounts.reduce((sum, each) => {
    const [a, b, scale] = aligned(sum, each);
    return fromMinor(a + b, scale);
  }, '0');
}

/** `part` of `whole` in percent, 0 to 100, for a bar and not for books. */
export function shareOf(part: string, whole: string): number {
  const [a, b] = aligned(part, whole);
  if (b <= 0n) return 0;
  return Math.max(0, Math.min(100, Number((a * 1000n) / b) / 10));
}

/** How many decimals a currency has. */
export function decimalsOf(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** Whether an amount has no more decimals than its currency; zeros at the end do not count. */
export function fitsCurrency(amount: string, currency: string): boolean {
  return (amount.split('.')[1] ?? '').replace(/0+$/, '').length <= decimalsOf(currency);
}

/** What a person of a locale types before the decimals: a comma or a point, where a keyboard has no other. */
export function decimalSeparator(locale: string): ',' | '.' {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.';
}

/** A plain decimal string as a person of a locale would type it, so that {@link parseAmount} reads it back. */
export function typeableAmount(plain: string, locale: string): string {
  return isAmount(plain) ? plain.replace('.', decimalSeparator(locale)) : plain;
}

function withoutGroups(text: string, decimal: string): string | undefined {
  const separators = text.replace(/\d/g, '');
  if (separators === '') return text;
  const last = separators.at(-1) ?? '.';
  const lastCount = separators.split(last).length - 1;
  const digitsAfter = text.length - text.lastIndexOf(last) - 1;
  const groupsOnly = lastCount > 1 || (separators.length === 1 && digitsAfter === 3 && last !== decimal);
  const whole = groupsOnly ? text : text.slice(0, text.lastIndexOf(last));
  const fraction = groupsOnly ? '' : text.slice(text.lastIndexOf(last) + 1);
  if (!groupsOnly && whole.includes(last)) return undefined;
  if (/[.,]/.test(whole) && !/^\d{1,3}([.,]\d{2,3})*$/.test(whole)) return undefined;
  return `${whole.replace(/[.,]/g, '')}.${fraction}`;
}

function shift(plain: string, places: number): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const padded = fraction.padEnd(places, '0');
  return `${whole}${padded.slice(0, places)}.${padded.slice(places)}`;
}

function tidy(plain: string): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? digits : `${digits}.${fraction}`;
}

function aligned(left: string, right: string): [bigint, bigint, number] {
  const scale = Math.max(decimalsIn(left), decimalsIn(right));
  return [toMinor(left, scale), toMinor(right, scale), scale];
}

function decimalsIn(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

function toMinor(amount: string, scale: number): bigint {
  if (!isAmount(amount)) return 0n;
  const negative = amount.startsWith('-');
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const minor = BigInt(whole + fraction.padEnd(scale, '0'));
  return negative ? -minor : minor;
}

function fromMinor(minor: bigint, scale: number): string {
  const negative = minor < 0n;
  const digits = (negative ? -minor : minor).toString().padStart(scale + 1, '0');
  const whole = scale === 0 ? digits : digits.slice(0, -scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return negative ? `-${text}` : text;
}
