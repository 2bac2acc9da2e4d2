import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { MoneyText } from '@/components/money-text';
import { SheetTable } from '@/components/sheet-table';
import type { EntryName } from '@/features/ledger/components/entry-dialog';
import type { Schema } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

type NotedProps = {
  readonly title: string;
  readonly noted: Schema<'DayBookNoted'>;
  readonly currency: string;
  readonly onOpen: (entry: EntryName) => void;
};

/** Entries that somebody should look at; each opens by itself. */
export function Noted({ title, noted, currency, onOpen }: NotedProps) {
  const { t } = useTranslation();
  const may = useMay();
  if (noted.count === 0) {
    return (
      <Box sx={{ px: 2.5 }}>
        <b>{title}:</b> {t('Nothing')}
      </Box>
    );
  }
  const number = (entry: Schema<'DayBookEntry'>) =>
    may('ledger.view') ? (
      <Link
        component="button"
        aria-label={t('Entry {{number}}', { number: entry.number })}
        onClick={() => onOpen({ id: entry.id, number: entry.number })}
      >
        {entry.number}
      </Link>
    ) : (
      entry.number
    );
  return (
    <>
      <SheetTable
        label={title}
        items={noted.entries}
        keyOf={({ id }) => id}
        columns={[
          { key: 'number', title, show: number },
          { key: 'on', title: t('Date'), show: (each) => <DateText value={each.on} /> },
          { key: 'what', title: t('What'), isDetail: true, show: (each) => each.description },
          { key: 'corrects', title: t('Corrects'), isDetail: true, show: (each) => each.corrects },
          { key: 'who', title: t('Recorded by'), isDetail: true, show: (each) => each.recordedBy },
          {
            key: 'amount',
            title: t('Amount'),
            isFigure: true,
            show: (each) => <MoneyText bare amount={each.amount} currency={currency} />,
          },
        ]}
      />
      {noted.count > noted.entries.length && (
        <Box sx={{ px: 2.5 }}>
          {t('The first {{shown}} of {{all}}.', { shown: noted.entries.length, all: noted.count })}
        </Box>
      )}
    </>
  );
}

/** What the close of the day said. */
export function Close({ close }: { readonly close: Schema<'DayBook'>['close'] }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ px: 2.5 }}>
      {close ? (
        <Facts
          facts={[
            [t('Day closed at'), <MomentText key="at" value={close.closedAt} />],
            [t('Loans that entered a class of arrears'), String(close.crossings)],
            [t('Loans worked out'), String(close.loans)],
            [t('Marked as in default'), String(close.marked)],
            [t('Could not be worked out'), String(close.leftOut)],
            [t('Note'), close.note],
          ]}
        />
      ) : (
        t('The day is not closed.')
      )}
    </Box>
  );
}
