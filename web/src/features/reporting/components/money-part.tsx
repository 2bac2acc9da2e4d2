import Box from '@mui/material/Box';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable, type SheetColumn } from '@/components/sheet-table';
import { TextLink } from '@/components/text-link';
import { How } from '@/features/reporting/components/how';
import { Part } from '@/features/reporting/components/part';
import { Tiles } from '@/features/reporting/components/tiles';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Compared = { readonly value: string; readonly yesterday: string; readonly lastWeek: string };

/** What the lender can pay with, and how payments came in. */
export function MoneyPart({ currency }: { readonly currency: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/dashboards/money', { params: { query: { currency } } }),
    placeholderData: keepPreviousData,
  });
  function compared<Row extends Compared>(): SheetColumn<Row>[] {
    const money = (amount: string) => <MoneyText amount={amount} currency={currency} bare />;
    return [
      { key: 'now', title: t('Now ({{currency}})', { currency }), isFigure: true, show: (row) => money(row.value) },
      { key: 'yesterday', title: t('Yesterday'), isFigure: true, isDetail: true, show: (row) => money(row.yesterday) },
      { key: 'week', title: t('A week ago'), isFigure: true, isDetail: true, show: (row) => money(row.lastWeek) },
    ];
  }
  return (
    <Part title={t('Money')} asOf={query.data?.asOf}>
      <QueryView query={query} lines={4}>
        {({ tiles, asOf, accounts, channels }) => (
          <>
            <Tiles tiles={tiles} asOf={asOf} currency={currency} />
            <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' } }}>
              <Section
                title={t('Money at hand by account')}
                flush={accounts.length > 0}
                action={
                  <How
                    of={t('Money at hand by account')}
                    text={t(
                      'The balance of each account of cash, banks, mobile money, cards and own wallets: all entries up to the day by value date.',
                    )}
                  />
                }
              >
                {accounts.length === 0 ? (
                  <EmptyState slim title={t('No money at hand yet')}>
                    {t('Nothing was booked on an account of money.')}
                  </EmptyState>
                ) : (
                  <SheetTable
                    label={t('Money at hand by account')}
                    items={accounts}
                    keyOf={({ code }) => code}
                    columns={[
                      {
                        key: 'account',
                        title: t('Account'),
                        show: ({ code, name }) => (
                          <TextLink to={paths.generalLedger({ account: code, currency })}>{`${code} ${name}`}</TextLink>
                        ),
                      },
                      ...compared<(typeof accounts)[number]>(),
                    ]}
                  />
                )}
              </Section>
              <Section
                title={t('Collected by channel')}
                flush={channels.length > 0}
                action={
                  <How
                    of={t('Collected by channel')}
                    text={t(
                      'Payments by the way in which they came and by their value date; reversed ones do not count.',
                    )}
                  />
                }
              >
                {channels.length === 0 ? (
                  <EmptyState slim title={t('Nothing collected yet')}>
                    {t('There was no payment today, yesterday or a week ago.')}
                  </EmptyState>
                ) : (
                  <SheetTable
                    label={t('Collected by channel')}
                    items={channels}
                    keyOf={({ channel }) => channel}
                    columns={[
                      {
                        key: 'channel',
                        title: t('Channel'),
                        show: ({ channel }) => (
                          <TextLink to={`${paths.payments}?channel=${channel}&status=POSTED&from=${asOf}&to=${asOf}`}>
                            {t(labelOf(channel))}
                          </TextLink>
                        ),
                      },
                      ...compared<(typeof channels)[number]>(),
                    ]}
                  />
                )}
              </Section>
            </Box>
          </>
        )}
      </QueryView>
    </Part>
  );
}
