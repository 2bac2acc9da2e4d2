import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { ScrollTable } from '@/components/scroll-table';
import type { Schedule } from '@/features/product/api/calculate-schedule';

/** A schedule, row by row, with its totals. */
export function ScheduleTable({ schedule }: { readonly schedule: Schedule }) {
  const { t } = useTranslation();
  const heads = [t('Principal'), t('Interest'), t('Fees'), t('Due'), t('Balance')];
  const cells = (amounts: readonly (string | undefined)[]) =>
    amounts.map((amount, column) => (
      <TableCell key={heads[column]} align="right" sx={{ color: 'text.primary', fontSize: '0.875rem' }}>
        {amount === undefined ? (
          ''
        ) : (
          <MoneyText bare amount={amount} currency={schedule.currency} strong={column === 3} />
        )}
      </TableCell>
    ));
  return (
    <ScrollTable label={t('Schedule')} maxHeight={520}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{t('No.')}</TableCell>
            <TableCell>{t('Due on')}</TableCell>
            {heads.map((head) => (
              <TableCell key={head} align="right">
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {(schedule.rows ?? []).map((row) => (
            <TableRow key={row.number}>
              <TableCell>{row.number}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <DateText value={row.dueOn} />
              </TableCell>
              {cells([row.principal, row.interest, row.fees, row.due, row.balance])}
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow sx={{ '& td': { borderTop: 2, borderColor: 'divider', fontWeight: 650 } }}>
            <TableCell />
            <TableCell sx={{ color: 'text.primary', fontSize: '0.875rem' }}>{t('Total')}</TableCell>
            {cells([
              schedule.totals?.principal,
              schedule.totals?.interest,
              schedule.totals?.fees,
              schedule.totals?.due,
              undefined,
            ])}
          </TableRow>
        </TableFooter>
      </Table>
    </ScrollTable>
  );
}
