import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { Part } from '@/features/reporting/components/part';
import { Tiles } from '@/features/reporting/components/tiles';
import { Verified } from '@/features/reporting/components/verified';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useRegion } from '@/lib/profile';

/** What an auditor looks at first, and a sample to look at one by one. */
export function ControlsPart() {
  const { t } = useTranslation();
  const { currency } = useRegion();
  const query = useQuery($api.queryOptions('get', '/api/dashboards/controls'));
  const [seed, setSeed] = useState('');
  const draw = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget).get('seed');
    setSeed(typeof entered === 'string' ? entered.trim() : '');
  };
  return (
    <Part title={t('Controls')} asOf={query.data?.asOf}>
      <QueryView query={query} lines={4}>
        {({ tiles, asOf, verified }) => (
          <>
            <Tiles tiles={tiles} asOf={asOf} currency={currency} />
            {verified && <Verified last={verified} />}
          </>
        )}
      </QueryView>
      <Section title={t('Sample of payments')}>
        <Stack component="form" direction="row" onSubmit={draw} sx={{ gap: 1.5, flexWrap: 'wrap' }}>
          <TextField
            name="seed"
            label={t('Seed')}
            size="small"
            helperText={t('Any text. The same seed draws the same payments of the last 31 days.')}
            slotProps={{ htmlInput: { maxLength: 100 } }}
          />
          <Button type="submit" variant="outlined" sx={{ alignSelf: 'flex-start' }}>
            {t('Draw')}
          </Button>
        </Stack>
        {seed !== '' && <Sample seed={seed} />}
      </Section>
    </Part>
  );
}

function Sample({ seed }: { readonly seed: string }) {
  const { t } = useTranslation();
  const query = useQuery($api.queryOptions('get', '/api/audit/sample', { params: { query: { seed } } }));
  return (
    <QueryView query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState slim title={t('Nothing to draw from')}>
            {t('There was no payment in these days.')}
          </EmptyState>
        ) : (
          <SheetTable
            label={t('Sample of payments')}
            items={items}
            keyOf={({ id }) => id}
            isVoid={({ status }) => status === 'REVERSED'}
            columns={[
              {
                key: 'receipt',
                title: t('Receipt'),
                show: ({ id, receiptNumber }) => <TextLink to={paths.payment(id)}>{receiptNumber}</TextLink>,
              },
              { key: 'on', title: t('Value date'), show: ({ on }) => <DateText value={on} /> },
              { key: 'channel', title: t('Channel'), isDetail: true, show: ({ channel }) => t(labelOf(channel)) },
              { key: 'by', title: t('Taken by'), isDetail: true, show: ({ takenBy }) => takenBy },
              {
                key: 'amount',
                title: t('Amount'),
                isFigure: true,
                show: (row) => <MoneyText amount={row.amount} currency={row.currency} />,
              },
            ]}
          />
        )
      }
    </QueryView>
  );
}
