import { useEffect } from 'react';
import { moneyText } from '@/components/money-text';
import { wordProblemsBy } from '@/lib/api/problem';
import { formatDate } from '@/lib/dates';
import { useRegion } from '@/lib/profile';

const DAY = /\b\d{4}-\d{2}-\d{2}\b(?!T)/g;
const LONG_DAY =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g;
const AMOUNT = /(?<![\d.-])-?\d+(?:\.\d+)? ([A-Z]{3})\b/g;
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** A sentence of the server with its days and amounts as the screens show them. */
export function plainWords(text: string, locale: string): string {
  return text
    .replaceAll(DAY, (day) => formatDate(day, locale))
    .replaceAll(LONG_DAY, (day) => formatDate(new Date(`${day} UTC`).toISOString(), locale))
    .replaceAll(AMOUNT, (found, currency: string) =>
      CURRENCIES.has(currency) ? moneyText(found.slice(0, -currency.length - 1), currency, locale) : found,
    );
}

/** As long as it stands, refusals read like the rest of the screens. */
export function PlainProblems() {
  const { locale } = useRegion();
  useEffect(() => {
    wordProblemsBy((text) => plainWords(text, locale));
    return () => wordProblemsBy(undefined);
  }, [locale]);
  return null;
}
