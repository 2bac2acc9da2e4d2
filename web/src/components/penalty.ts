import type { TFunction } from 'i18next';
import { moneyText } from '@/components/money-text';
import type { Schema } from '@/lib/api/client';

type Penalty = Schema<'PenaltyFields'> | Schema<'LoanPenaltyTerms'>;

/** What it costs to pay late: `10 % of what is overdue, every 30 days; 5 days of tolerance; at most 40.00 for an installment`. */
export function penaltyText(penalty: Penalty, currency: string, locale: string, t: TFunction): string {
  const money = (amount: string) => moneyText(amount, currency, locale);
  const { value, toleranceDays, repeatEveryDays, capPerInstallment, capPercentOfPrincipal } = penalty;
  const price = {
    FIXED: () => money(value),
    PERCENT_OF_OVERDUE: () => t('{{value}} % of what is overdue', { value }),
    PERCENT_OF_OVERDUE_PRINCIPAL: () => t('{{value}} % of the overdue principal', { value }),
  }[penalty.basis]();
  const rhythm =
    repeatEveryDays === 1
      ? t('every day')
      : repeatEveryDays
        ? t('every {{days}} days', { days: repeatEveryDays })
        : t('once for an installment');
  return [
    `${price}, ${rhythm}`,
    toleranceDays ? t('{{days}} days of tolerance', { days: toleranceDays }) : t('no tolerance'),
    ...(capPerInstallment ? [t('at most {{most}} for an installment', { most: money(capPerInstallment) })] : []),
    ...(capPercentOfPrincipal
      ? [t('at most {{percent}} % of the amount lent for the loan', { percent: capPercentOfPrincipal })]
      : []),
  ].join('; ');
}
