import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { api, read, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

/** The day of such a loan is that of its application. */
const NOT_PAID_OUT = new Set(['SUBMITTED', 'UNDER_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'CANCELLED']);

/** Totals per currency, then every loan and payment line by line. */
export function History({ borrowerId }: { readonly borrowerId: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({
    queryKey: ['history', borrowerId],
    queryFn: ({ pageParam, signal }) =>
      read(
        api.GET('/api/borrowers/{id}/history', {
          params: { path: { id: borrowerId }, query: { cursor: pageParam, limit: 100 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const what = (line: Schema<'HistoryRow'>) => {
    if (line.kind === 'LOAN') return NOT_PAID_OUT.has(line.status) ? t('Application') : t('Loan');
    if (!line.receiptNumber) return t('Payment');
    return <TextLink to={paths.payment(line.id)}>{t('Payment {{number}}', { number: line.receiptNumber })}</TextLink>;
  };
  return (
    <QueryView query={query}>
      {({ pages }) => (
        <Stack sx={{ gap: 2.5 }}>
          {(pages[0]?.totals ?? []).map((total) => (
            <Facts
              key={total.currency}
              facts={[
                [t('Borrowed'), <MoneyText key="b" strong amount={total.borrowed} currency={total.currency} />],
                [t('Repaid'), <MoneyText key="r" strong amount={total.repaid} currency={total.currency} />],
                [
                  t('Principal outstanding'),
                  <MoneyText key="o" strong amount={total.outstanding} currency={total.currency} />,
                ],
              ]}
            />
          ))}
          {pages[0]?.lines.length === 0 ? (
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
                  {pages
                    .flatMap(({ lines }) => lines)
                    .map((line) => (
                      <TableRow
                        key={`${line.kind} ${line.id}`}
                        sx={line.status === 'REVERSED' ? { textDecoration: 'line-through' } : {}}
                      >
                        <TableCell>
                          <DateText value={line.on} />
                        </TableCell>
                        <TableCell>{what(line)}</TableCell>
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
          {query.hasNextPage && (
            <Box className="no-print">
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('Show earlier ones')}
              </Button>
            </Box>
          )}
        </Stack>
      )}
    </QueryView>
  );
}
