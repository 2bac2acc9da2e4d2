import type { TFunction } from 'i18next';
import type { Schema } from '@/lib/api/client';

type Closed = Schema<'PortfolioAtClose'>;

/** What closes of days found: yesterday's and that of a week ago, where there were some. */
export type Closes = { readonly yesterday?: Closed | null; readonly lastWeek?: Closed | null };

/** A figure of the closes as words, for whatever of it they keep. */
export function atCloses(
  t: TFunction,
  { yesterday, lastWeek }: Closes,
  show: (closed: Closed) => string | undefined,
): readonly string[] {
  const before = yesterday ? show(yesterday) : undefined;
  const weekBefore = lastWeek ? show(lastWeek) : undefined;
  return [
    ...(before === undefined ? [] : [t('yesterday {{figure}}', { figure: before })]),
    ...(weekBefore === undefined ? [] : [t('a week ago {{figure}}', { figure: weekBefore })]),
  ];
}
