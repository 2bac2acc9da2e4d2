import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { Facts } from '@/components/facts';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';

/** Totals per currency, then every loan and payment line by line. */
export function History({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const query = useQuery(
    $api.queryOptions('get', '/api/borrowers/{id}/history', { params: { path: { id: borrowerId } } }),
  );
  return (
    <QueryView query={query}>
      {(history) => (
        <Stack sx={{ gap: 2.5 }}>
          {(history.totals ?? []).map((total) => (
            <Facts
              key={total.currency}
              facts={[
                [t('Borrowed'), <MoneyText key="b" strong amount={total.borrowed} currency={total.currency} />],
                [t('Repaid'), <MoneyText key="r" strong amount={total.repaid} currency={total.currency} />],
                [t('Outstanding'), <MoneyText key="o" strong amount={total.outstanding} currency={total.currency} />],
              ]}
            />
          ))}
          {(history.lines ?? []).length === 0 ? (
            <EmptyState title={t('Nothing borrowed yet')}>
              {t('Loans and payments show up here as they happen.')}
            </EmptyState>
          ) : (
            <ScrollTable label={t('Loans and payments')} maxHeight={460}>
              <Table size="small" stickyHeader>
                <TableHead>
                  <TableRow>
                    <TableCell>{t('Date')}</TableCell>
                    <TableCell>{t('What')}</TableCell>
                    <TableCell>{t('Loan')}</TableCell>
                    <TableCell align="right">{t('Amount')}</TableCell>
                    <TableCell>{t('Status')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {history.lines.map((line, index) => (
                    <TableRow key={index} sx={line.status === 'REVERSED' ? { textDecoration: 'line-through' } : {}}>
                      <TableCell>
                        <DateText value={line.on} />
                      </TableCell>
                      <TableCell>{t(labelOf(line.kind))}</TableCell>
                      <TableCell>
                        <TextLink to={paths.loan(line.loanId)}>{line.loanNumber}</TextLink>
                      </TableCell>
                      <TableCell align="right">
                        <MoneyText amount={line.amount} currency={line.currency} />
                      </TableCell>
                      <TableCell>
                        <StatusChip status={line.status} />
                      </TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </ScrollTable>
          )}
        </Stack>
      )}
    </QueryView>
  );
}
