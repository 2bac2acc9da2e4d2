import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
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
import { payoutsQuery, type Payout } from '@/features/ledger/api/list-payouts';
import { topUpsQuery, type TopUp } from '@/features/ledger/api/list-top-ups';
import { TakeBackDialog, type Movement } from '@/features/ledger/components/take-back-dialog';
import type { Wallet } from '@/features/ledger/components/top-up-dialog';

type Props = { readonly wallet: Wallet; readonly onClose: () => void };

/** What was put into a wallet and paid out of it, and the way to take back what should not have been. */
export function WalletHistory({ wallet, onClose }: Props) {
  const { t } = useTranslation();
  const [takenBack, setTakenBack] = useState<Movement>();
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="wallet-history">
      <DialogTitle id="wallet-history">{t('Put in and paid out')}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 3 }}>
          <PutIn wallet={wallet} onTakeBack={(moved) => setTakenBack({ kind: 'TOP_UP', moved })} />
          <PaidOut wallet={wallet} onTakeBack={(moved) => setTakenBack({ kind: 'PAYOUT', moved })} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('Close')}</Button>
      </DialogActions>
      {takenBack && (
        <TakeBackDialog walletId={wallet.id} movement={takenBack} onClose={() => setTakenBack(undefined)} />
      )}
    </Dialog>
  );
}

function PutIn({ wallet, onTakeBack }: { readonly wallet: Wallet; readonly onTakeBack: (topUp: TopUp) => void }) {
  const { t } = useTranslation();
  const pages = usePages(wallet.id);
  const query = useQuery(topUpsQuery(wallet.id, pages.cursor));
  return (
    <QueryView query={query}>
      {({ items, next }) =>
        items.length === 0 ? (
          <EmptyState slim title={t('Nothing was put in')}>
            {t('What was paid too much on a loan stands with its payments.')}
          </EmptyState>
        ) : (
          <>
            <MovementTable label={t('Put into the wallet')} movements={items} onTakeBack={onTakeBack} />
            <PageButtons pages={pages} next={next} count={items.length} />
          </>
        )
      }
    </QueryView>
  );
}

function PaidOut({ wallet, onTakeBack }: { readonly wallet: Wallet; readonly onTakeBack: (payout: Payout) => void }) {
  const { t } = useTranslation();
  const pages = usePages(wallet.id);
  const query = useQuery(payoutsQuery(wallet.id, pages.cursor));
  return (
    <QueryView query={query} lines={1}>
      {({ items, next }) =>
        items.length > 0 && (
          <>
            <MovementTable label={t('Paid out of the wallet')} movements={items} onTakeBack={onTakeBack} />
            <PageButtons pages={pages} next={next} count={items.length} />
          </>
        )
      }
    </QueryView>
  );
}

function MovementTable<Moved extends TopUp | Payout>({
  label,
  movements,
  onTakeBack,
}: {
  readonly label: string;
  readonly movements: readonly Moved[];
  readonly onTakeBack: (moved: Moved) => void;
}) {
  const { t } = useTranslation();
  return (
    <ScrollTable label={label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{label}</TableCell>
            <TableCell align="right">{t('Amount')}</TableCell>
            <TableCell>{t('Taken back')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {movements.map((each) => (
            <TableRow
              key={each.id}
              sx={each.reversedOn ? { '& td:not(:last-of-type)': { textDecoration: 'line-through' } } : {}}
            >
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <DateText value={each.on} />
                {each.channel && (
                  <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t(labelOf(each.channel))}</Box>
                )}
              </TableCell>
              <TableCell align="right">
                <MoneyText amount={each.amount} currency={each.currency} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {each.reversible ? (
                  <Button size="small" color="error" sx={{ my: -0.75 }} onClick={() => onTakeBack(each)}>
                    {t('Take back')}
                  </Button>
                ) : (
                  <DateText value={each.reversedOn} />
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </ScrollTable>
  );
}
