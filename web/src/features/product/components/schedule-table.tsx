import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import type { Schedule } from '@/features/product/api/calculate-schedule';

type Row = Schedule['rows'][number];
type Figure = 'principal' | 'interest' | 'fees' | 'due' | 'balance';

/** A schedule, row by row, with its totals. */
export function ScheduleTable({ schedule }: { readonly schedule: Schedule }) {
  const { t } = useTranslation();
  const { currency, totals } = schedule;
  const figure = (key: Figure, title: string): SheetColumn<Row> => ({
    key,
    title,
    isFigure: true,
    isDetail: key !== 'due' && key !== 'balance',
    show: (row) => <MoneyText bare amount={row[key]} currency={currency} strong={key === 'due'} />,
    ...(key !== 'balance' && { foot: <MoneyText bare strong amount={totals?.[key]} currency={currency} /> }),
  });
  return (
    <SheetTable
      label={t('Schedule')}
      maxHeight={520}
      items={schedule.rows ?? []}
      keyOf={(row) => row.number}
      columns={[
        { key: 'number', title: t('No.'), isDetail: true, show: (row) => row.number },
        { key: 'dueOn', title: t('Due on'), show: (row) => <DateText value={row.dueOn} />, foot: t('Total') },
        figure('principal', t('Principal')),
        figure('interest', t('Interest')),
        figure('fees', t('Fees')),
        figure('due', t('Due')),
        figure('balance', t('Balance')),
      ]}
    />
  );
}
