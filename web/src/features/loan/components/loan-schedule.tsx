import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import { scheduleQuery, type Loan } from '@/features/loan/api/get-loan';

/** Every installment: due, paid, left, and where it stands. */
export function LoanSchedule({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const query = useQuery(scheduleQuery(loan.id));
  const heads = [t('Principal'), t('Interest'), t('Fees'), t('Due'), t('Paid'), t('Left'), t('Balance')];
  return (
    <Section title={t('Schedule')} flush>
      <QueryView query={query} lines={8}>
        {(schedule) => (
          <ScrollTable label={t('Schedule')} maxHeight={560}>
            <Table stickyHeader size="small">
              <TableHead>
                <TableRow>
                  <TableCell>{t('No.')}</TableCell>
                  <TableCell>{t('Due on')}</TableCell>
                  {heads.map((head) => (
                    <TableCell key={head} align="right">
                      {head}
                    </TableCell>
                  ))}
                  <TableCell>{t('Status')}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {(schedule.rows ?? []).map((row) => (
                  <TableRow key={row.number}>
                    <TableCell>{row.number}</TableCell>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>
                      <DateText value={row.dueOn} />
                    </TableCell>
                    {[row.principal, row.interest, row.fees, row.due, row.paid, row.outstanding, row.balance].map(
                      (amount, column) => (
                        <TableCell key={heads[column]} align="right">
                          <MoneyText bare amount={amount} currency={loan.currency} strong={column === 3} />
                        </TableCell>
                      ),
                    )}
                    <TableCell>
                      <StatusChip status={row.status} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </ScrollTable>
        )}
      </QueryView>
    </Section>
  );
}
