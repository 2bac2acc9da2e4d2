import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

export type Entry = Schema<'EntryResponse'>;

/** One entry of the journal, line by line. */
export function EntryDialog({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="entry-title">
      <DialogTitle id="entry-title">{t('Entry {{number}}', { number: entry.number })}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2.5 }}>
          <Facts
            facts={[
              [t('What'), entry.description],
              [t('Date'), <DateText key="d" value={entry.on} />],
              [t('Recorded'), <MomentText key="r" value={entry.recordedAt} />],
            ]}
          />
          <SheetTable
            label={t('Lines')}
            items={entry.lines}
            keyOf={(_, index) => index}
            columns={[
              { key: 'account', title: t('Account'), show: (line) => `${line.account} ${line.accountName}` },
              {
                key: 'debit',
                title: t('Debit'),
                isFigure: true,
                show: (line) => line.debit && <MoneyText amount={line.debit} currency={line.currency} />,
              },
              {
                key: 'credit',
                title: t('Credit'),
                isFigure: true,
                show: (line) => line.credit && <MoneyText amount={line.credit} currency={line.currency} />,
              },
              {
                key: 'loan',
                title: t('Loan'),
                show: (line) => line.loanId && <TextLink to={paths.loan(line.loanId)}>{t('Open the loan')}</TextLink>,
              },
            ]}
          />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('Close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
