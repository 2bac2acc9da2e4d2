import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { PageButtons } from '@/components/page-buttons';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { usePages } from '@/components/use-pages';
import { topUpsQuery, type TopUp } from '@/features/ledger/api/list-top-ups';
import { TakeBackDialog } from '@/features/ledger/components/take-back-dialog';
import type { Wallet } from '@/features/ledger/components/top-up-dialog';

type Props = { readonly wallet: Wallet; readonly onClose: () => void };

/** What was put into a wallet, and the way to take back what should not have been. */
export function WalletHistory({ wallet, onClose }: Props) {
  const { t } = useTranslation();
  const pages = usePages(wallet.id);
  const query = useQuery(topUpsQuery(wallet.id, pages.cursor));
  const [takenBack, setTakenBack] = useState<TopUp>();
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="wallet-history">
      <DialogTitle id="wallet-history">{t('Put into the wallet')}</DialogTitle>
      <DialogContent>
        <QueryView query={query}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState slim title={t('Nothing was put in')}>
                {t('What was paid too much on a loan stands with its payments.')}
              </EmptyState>
            ) : (
              <>
                <TopUpTable topUps={items} onTakeBack={setTakenBack} />
                <PageButtons pages={pages} next={next} count={items.length} />
              </>
            )
          }
        </QueryView>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('Close')}</Button>
      </DialogActions>
      {takenBack && <TakeBackDialog walletId={wallet.id} topUp={takenBack} onClose={() => setTakenBack(undefined)} />}
    </Dialog>
  );
}

function TopUpTable({
  topUps,
  onTakeBack,
}: {
  readonly topUps: readonly TopUp[];
  readonly onTakeBack: (topUp: TopUp) => void;
}) {
  const { t } = useTranslation();
  return (
    <ScrollTable label={t('Put into the wallet')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('Counts from')}</TableCell>
            <TableCell align="right">{t('Amount')}</TableCell>
            <TableCell>{t('Taken back')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {topUps.map((topUp) => (
            <TableRow
              key={topUp.id}
              sx={topUp.reversedOn ? { '& td:not(:last-of-type)': { textDecoration: 'line-through' } } : {}}
            >
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <DateText value={topUp.on} />
                {topUp.channel && (
                  <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t(labelOf(topUp.channel))}</Box>
                )}
              </TableCell>
              <TableCell align="right">
                <MoneyText amount={topUp.amount} currency={topUp.currency} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {topUp.reversible ? (
                  <Button size="small" color="error" sx={{ my: -0.75 }} onClick={() => onTakeBack(topUp)}>
                    {t('Take back')}
                  </Button>
                ) : (
                  <DateText value={topUp.reversedOn} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}
