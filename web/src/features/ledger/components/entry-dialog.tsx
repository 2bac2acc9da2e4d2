import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { QueryView } from '@/components/query-view';
import { TextLink } from '@/components/text-link';
import { entryQuery } from '@/features/ledger/api/get-entry';
import { usePaymentOfEntry } from '@/features/ledger/api/payment-of-entry';
import { EntryLines } from '@/features/ledger/components/entry-lines';
import type { Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

export type Entry = Schema<'EntryResponse'>;

/** What a line or a list shows of an entry before all of it is there. */
export type EntryName = Pick<Entry, 'id' | 'number'>;

/** One entry of the journal, line by line. */
export function EntryDialog({ entry, onClose }: { readonly entry: EntryName | Entry; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({ ...entryQuery(entry.id), ...('lines' in entry && { initialData: entry }) });
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="entry-title">
      <DialogTitle id="entry-title">{t('Entry {{number}}', { number: entry.number })}</DialogTitle>
      <DialogContent>
        <QueryView query={query} lines={4}>
          {(whole) => <Whole entry={whole} />}
        </QueryView>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('Close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Whole({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const payment = usePaymentOfEntry(entry);
  return (
    <Stack sx={{ gap: 2.5 }}>
      <Facts
        facts={[
          [t('What'), entry.description],
          [t('Date'), <DateText key="d" value={entry.on} />],
          [t('Booked on'), entry.bookedOn && <DateText key="b" value={entry.bookedOn} />],
          [t('Recorded'), <MomentText key="r" value={entry.recordedAt} />],
          [
            t('Payment'),
            payment && (
              <TextLink key="p" to={paths.payment(payment.id)}>
                {payment.receiptNumber}
              </TextLink>
            ),
          ],
        ]}
      />
      <EntryLines lines={entry.lines} on={entry.on} />
    </Stack>
  );
}
