import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterCurrency } from '@/components/filter-currency';
import { FilterDate } from '@/components/filter-date';
import { MoneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { Section } from '@/components/section';
import { TextLink } from '@/components/text-link';
import { basisOf, FilterBasis } from '@/features/ledger/components/filter-basis';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { Verification } from '@/features/ledger/components/verification';
import { compareAmounts } from '@/lib/amount';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** Both sides are in sight on a phone too. */
const NARROW_ON_PHONES = { '& th, & td': { px: { xs: 0.75, sm: 2 }, fontSize: { xs: '0.8125rem', sm: '0.875rem' } } };

/** The balance of every account on a day; both sides must be the same. */
export function TrialBalancePage() {
  const { t } = useTranslation();
  const { organization, permissions } = useProfile();
  const [get, set] = useQueryState();
  const on = get('on') || organization.businessDate;
  const currency = get('currency') || organization.currency;
  const query = useQuery(
    $api.queryOptions('get', '/api/ledger/trial-balance', {
      params: { query: { on, currency, ...basisOf(get('basis')) } },
    }),
  );
  return (
    <PrintedLedgerPage>
      <Stack sx={{ gap: 2.5 }}>
        <Section
          title={t('Trial balance in {{currency}}', { currency })}
          flush
          action={
            <FilterBar end={<ExportButtons what="trial-balance" query={{ on, currency, ...basisOf(get('basis')) }} />}>
              <FilterDate label={t('On')} value={on} onChoose={(date) => set({ on: date })} />
              <FilterBasis value={get('basis')} onChoose={(basis) => set({ basis })} />
              <FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />
            </FilterBar>
          }
        >
          <QueryView query={query} lines={8}>
            {(balance) =>
              (balance.rows ?? []).length === 0 ? (
                <EmptyState title={t('Nothing is booked yet')}>
                  {t('The first payout makes the first entry.')}
                </EmptyState>
              ) : (
                <>
                  {compareAmounts(balance.totals.debit, balance.totals.credit) !== 0 && (
                    <Box sx={{ px: 2.5 }}>
                      <Alert severity="error">
                        {t('The two sides differ. Stop booking and call your administrator.')}
                      </Alert>
                    </Box>
                  )}
                  <ScrollTable label={t('Trial balance')}>
                    <Table size="small" sx={NARROW_ON_PHONES}>
                      <TableHead>
                        <TableRow>
                          <TableCell>{t('Account')}</TableCell>
                          <TableCell>{t('Name')}</TableCell>
                          <TableCell align="right">{t('Debit')}</TableCell>
                          <TableCell align="right">{t('Credit')}</TableCell>
                        </TableRow>
                      </TableHead>
                      <TableBody>
                        {balance.rows.map((row) => (
                          <TableRow key={row.code} hover>
                            <TableCell>
                              {get('basis') === '' ? (
                                <TextLink to={paths.generalLedger({ account: row.code, to: on, currency })}>
                                  {row.code}
                                </TextLink>
                              ) : (
                                row.code
                              )}
                            </TableCell>
                            <TableCell>{row.name}</TableCell>
                            <TableCell align="right">
                              <MoneyText bare amount={row.debit} currency={currency} />
                            </TableCell>
                            <TableCell align="right">
                              <MoneyText bare amount={row.credit} currency={currency} />
                            </TableCell>
                          </TableRow>
                        ))}
                      </TableBody>
                      <TableFooter>
                        <TableRow sx={{ '& td': { color: 'text.primary', fontSize: '0.875rem' } }}>
                          <TableCell />
                          <TableCell>{t('Total')}</TableCell>
                          <TableCell align="right">
                            <MoneyText strong amount={balance.totals?.debit} currency={currency} />
                          </TableCell>
                          <TableCell align="right">
                            <MoneyText strong amount={balance.totals?.credit} currency={currency} />
                          </TableCell>
                        </TableRow>
                      </TableFooter>
                    </Table>
                  </ScrollTable>
                </>
              )
            }
          </QueryView>
        </Section>
        {permissions['audit.view'] === 'ORGANIZATION' && <Verification />}
      </Stack>
    </PrintedLedgerPage>
  );
}
