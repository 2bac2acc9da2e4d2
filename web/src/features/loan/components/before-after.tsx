import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from '@mui/material/styles';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import type { SimulatedLoan, Simulation } from '@/features/loan/api/simulate-loan';
import { subtractAmounts } from '@/lib/amount';

type Line = {
  readonly title: string;
  readonly show: (loan: SimulatedLoan) => ReactNode;
  readonly amount?: (loan: SimulatedLoan) => string;
};

type Props = { readonly simulation: Simulation; readonly currency: string };

/** The figures of a loan as it is and as it would be, side by side. */
export function BeforeAfter({ simulation, currency }: Props) {
  const { t } = useTranslation();
  const isPhone = useMediaQuery(useTheme().breakpoints.down('sm'));
  const { before, after } = simulation;
  const money = (title: string, amount: (loan: SimulatedLoan) => string): Line => ({
    title,
    amount,
    show: (loan) => <MoneyText bare amount={amount(loan)} currency={currency} />,
  });
  const lines: readonly Line[] = [
    money(t('Still to pay by the schedule'), (loan) => loan.scheduled.total),
    money(t('Interest in it'), (loan) => loan.scheduled.interest),
    money(t('Pays it off at once'), (loan) => loan.outstanding.total),
    money(t('Next amount due'), (loan) => loan.nextDue?.amount ?? '0'),
    { title: t('Next due on'), show: (loan) => <DateText value={loan.nextDue?.on} /> },
    { title: t('Last due on'), show: (loan) => <DateText value={loan.lastDueOn} /> },
    { title: t('Installments left'), show: (loan) => left(loan) },
  ];
  const columns: readonly SheetColumn<Line>[] = [
    { key: 'title', title: '', show: (line) => line.title },
    { key: 'before', title: t('Now'), isFigure: true, show: (line) => line.show(before) },
    { key: 'after', title: t('Then'), isFigure: true, show: (line) => line.show(after) },
    {
      key: 'difference',
      title: t('Difference'),
      isFigure: true,
      show: ({ amount }) =>
        amount !== undefined && (
          <MoneyText bare amount={subtractAmounts(amount(after), amount(before))} currency={currency} />
        ),
    },
  ];
  if (isPhone) return <Stacked label={t('Before and after')} lines={lines} columns={columns} />;
  return <SheetTable label={t('Before and after')} items={lines} columns={columns} keyOf={(line) => line.title} />;
}

type StackedProps = {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly columns: readonly SheetColumn<Line>[];
};

const NARROW = { '& th, & td': { px: 1, fontSize: '0.8125rem' } };
const TITLE = { borderBottom: 0, pb: 0, color: 'text.secondary', fontWeight: 400 };

/** The same for a phone: what a line is about stands above its figures, so that all of them are seen. */
function Stacked({ label, lines, columns: [, ...figures] }: StackedProps) {
  return (
    <Table size="small" aria-label={label} sx={{ ...NARROW, tableLayout: 'fixed' }}>
      <TableHead>
        <TableRow>
          {figures.map((column) => (
            <TableCell key={column.key} align="right">
              {column.title}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map((line) => (
          <Fragment key={line.title}>
            <TableRow>
              <TableCell component="th" scope="colgroup" colSpan={figures.length} sx={TITLE}>
                {line.title}
              </TableCell>
            </TableRow>
            <TableRow>
              {figures.map((column) => (
                <TableCell key={column.key} align="right">
                  {column.show(line)}
                </TableCell>
              ))}
            </TableRow>
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}

function left(loan: SimulatedLoan): number {
  return loan.schedule.rows.filter((row) => Number(row.outstanding) > 0).length;
}
