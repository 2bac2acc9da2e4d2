import type { TFunction } from 'i18next';

const EACH: Readonly<Record<string, string>> = { DAYS: 'daily', WEEKS: 'weekly', MONTHS: 'monthly' };

type Rhythm = { readonly repayments: number; readonly every?: number | undefined; readonly unit?: string | undefined };

/** How often is paid: `12 monthly`, or `6, every 2 weeks`. */
export function rhythmText({ repayments, every = 1, unit = 'MONTHS' }: Rhythm, t: TFunction): string {
  const each = EACH[unit];
  return every === 1 && each !== undefined
    ? t('{{repayments}} {{each}}', { repayments, each: t(each) })
    : t('{{repayments}}, every {{every}} {{unit}}', { repayments, every, unit: t(unit.toLowerCase()) });
}
