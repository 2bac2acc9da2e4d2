import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import type { SheetColumn } from '@/components/sheet-table';
import { StatusChip } from '@/components/status-chip';
import type { Installment } from '@/features/loan/api/get-loan';
import { installmentState } from '@/features/loan/installment-state';
import { addAmounts, compareAmounts } from '@/lib/amount';
import type { Figure as AskedFigure } from '@/lib/api/explain';

/** Puts something around a figure of an installment, like a way to ask why. */
type Around = (figure: ReactNode, asked: AskedFigure, row: Installment) => ReactNode;

/** The columns of a loan's schedule. On a phone a row shows when, how much, what is left and its state first. */
export function installmentColumns(
  t: TFunction,
  currency: string,
  around: Around = (figure) => figure,
): readonly SheetColumn<Installment>[] {
  const figure = (
    key: 'principal' | 'interest' | 'fees' | 'penalties' | 'due' | 'paid' | 'outstanding' | 'balance',
    title: string,
    asked: AskedFigure,
    isDetail = true,
  ): SheetColumn<Installment> => ({
    key,
    title,
    isFigure: true,
    isDetail,
    show: (row) => around(<MoneyText bare amount={row[key]} currency={currency} strong={key === 'due'} />, asked, row),
  });
  return [
    { key: 'number', title: t('No.'), isDetail: true, show: (row) => row.number },
    { key: 'dueOn', title: t('Due on'), show: (row) => <DateText value={row.dueOn} /> },
    figure('principal', t('Principal'), 'PRINCIPAL'),
    figure('interest', t('Interest'), 'INTEREST'),
    figure('fees', t('Fees'), 'FEES'),
    withDays(figure('penalties', t('Penalties'), 'PENALTIES')),
    figure('due', t('Due'), 'DUE', false),
    withWaived(figure('paid', t('Paid'), 'PAID'), currency),
    figure('outstanding', t('Left'), 'OUTSTANDING', false),
    figure('balance', t('Balance'), 'BALANCE'),
    { key: 'status', title: t('Status'), show: (row) => <StatusChip status={installmentState(row)} /> },
  ];
}

/** What the parts of all installments come to. */
type Totals = {
  readonly principal: string;
  readonly interest: string;
  readonly fees: string;
  readonly penalties: string;
  readonly total: string;
};

/** The same columns with what they add up to below them: the parts as the server added them. */
export function withTotals(
  columns: readonly SheetColumn<Installment>[],
  totals: Totals,
  rows: readonly Installment[],
  t: TFunction,
  currency: string,
): readonly SheetColumn<Installment>[] {
  const all = (key: 'paid' | 'outstanding') => addAmounts(...rows.map((row) => row[key]));
  const sums: Readonly<Record<string, string>> = {
    principal: totals.principal,
    interest: totals.interest,
    fees: totals.fees,
    penalties: totals.penalties,
    due: totals.total,
    paid: all('paid'),
    outstanding: all('outstanding'),
  };
  return columns.map((column) => {
    if (column.key === 'dueOn') return { ...column, foot: t('Total') };
    const sum = sums[column.key];
    return sum === undefined ? column : { ...column, foot: <MoneyText bare strong amount={sum} currency={currency} /> };
  });
}

/** Under the penalties of an installment stand the days on which it got them, as it was not paid in time. */
function withDays(column: SheetColumn<Installment>): SheetColumn<Installment> {
  return {
    ...column,
    show: (row) => (
      <>
        {column.show(row)}
        <PenaltyDays days={row.latePenalties.map(({ on }) => on)} />
      </>
    ),
  };
}

/** Under what was paid stands what the lender gave up: due less both is left. */
function withWaived(column: SheetColumn<Installment>, currency: string): SheetColumn<Installment> {
  return {
    ...column,
    show: (row) => (
      <>
        {column.show(row)}
        {compareAmounts(row.waived, '0') > 0 && <Waived amount={row.waived} currency={currency} />}
      </>
    ),
  };
}

function Waived({ amount, currency }: { readonly amount: string; readonly currency: string }) {
  const { t } = useTranslation();
  return (
    <Typography component="div" variant="caption" sx={{ color: 'text.secondary' }}>
      {t('Given up')} <MoneyText bare amount={amount} currency={currency} />
    </Typography>
  );
}

function PenaltyDays({ days }: { readonly days: readonly string[] }) {
  const { t } = useTranslation();
  const [first, second] = days;
  if (first === undefined) return null;
  return (
    <Typography component="div" variant="caption" sx={{ color: 'text.secondary' }}>
      <DateText value={first} />
      {second !== undefined && (
        <>
          {', '}
          {days.length === 2 ? <DateText value={second} /> : t('{{count}} more', { count: days.length - 1 })}
        </>
      )}
    </Typography>
  );
}

const AGREED = new Set(['number', 'dueOn', 'principal', 'interest', 'fees', 'due', 'balance']);

/** The columns of what was agreed: no payment is in it. */
export function agreedColumns(t: TFunction, currency: string): readonly SheetColumn<Installment>[] {
  return installmentColumns(t, currency).filter(({ key }) => AGREED.has(key));
}
