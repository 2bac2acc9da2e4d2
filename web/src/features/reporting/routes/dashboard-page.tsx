import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { FilterCurrency } from '@/components/filter-currency';
import { MoneyText, moneyText } from '@/components/money-text';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { useNumberText } from '@/components/use-number-text';
import { atCloses } from '@/features/reporting/components/at-closes';
import { Figure } from '@/features/reporting/components/figure';
import { FirstSteps } from '@/features/reporting/components/first-steps';
import { How } from '@/features/reporting/components/how';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useRegion } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

const StatusPie = lazy(async () => ({
  default: (await import('@/features/reporting/components/status-pie')).StatusPie,
}));
const AtRisk = lazy(async () => ({
  default: (await import('@/features/reporting/components/at-risk')).AtRisk,
}));
const RepaymentBars = lazy(async () => ({
  default: (await import('@/features/reporting/components/repayment-bars')).RepaymentBars,
}));
// What stands below comes after the figures that everybody sees.
const RoleParts = lazy(async () => ({
  default: (await import('@/features/reporting/components/role-parts')).RoleParts,
}));

/** How the portfolio stands, each figure with what it means and the way to what is behind it. */
export function DashboardPage() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const currency = get('currency') || undefined;
  const query = useQuery({
    ...$api.queryOptions('get', '/api/dashboards/portfolio', { params: { query: { currency } } }),
    placeholderData: keepPreviousData,
  });
  const count = useNumberText();
  const { locale } = useRegion();
  const wait = <Skeleton variant="rounded" height={280} />;

  return (
    <Page
      title={t('Dashboard')}
      subtitle={query.data && <AsOf value={query.data.asOf} />}
      actions={<FilterCurrency value={get('currency')} onChoose={(chosen) => set({ currency: chosen })} />}
    >
      <QueryView query={query} lines={8}>
        {(portfolio) => (
          <Stack sx={{ gap: 2.5 }}>
            {portfolio.loans === 0 && portfolio.applications === 0 && currency === undefined && (
              <FirstSteps borrowers={portfolio.borrowers} />
            )}
            <Box
              sx={{
                display: 'grid',
                gap: 2.5,
                gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' },
              }}
            >
              <Figure
                label={t('Borrowers')}
                value={count(portfolio.borrowers)}
                to={paths.borrowers}
                how={t('All borrowers you may see, with or without a loan.')}
              />
              <Figure
                label={t('Loans paid out')}
                value={count(portfolio.loans)}
                note={t('of {{count}} applications', {
                  count: portfolio.applications,
                  shown: count(portfolio.applications),
                })}
                to={paths.loans}
                how={t(
                  'Loans that were paid out, closed ones included. Applications count from the day they are submitted.',
                )}
              />
              <Figure
                label={t('Active principal')}
                value={<MoneyText amount={portfolio.activePrincipal} currency={portfolio.currency} />}
                note={[
                  t('Active loans: {{shown}}', {
                    shown: count(portfolio.byStatus.find(({ status }) => status === 'ACTIVE')?.count ?? 0),
                  }),
                  t('on average {{amount}}', {
                    amount: moneyText(portfolio.averagePrincipal, portfolio.currency, locale),
                  }),
                  ...atCloses(t, portfolio, ({ loans }) => count(loans)),
                ].join(', ')}
                to={`${paths.loans}?status=ACTIVE`}
                how={t('The principal that was paid out on loans that are still active.')}
              />
              <Figure
                label={t('Outstanding principal')}
                value={<MoneyText amount={portfolio.outstanding} currency={portfolio.currency} />}
                note={[
                  t('on average {{amount}}', {
                    amount: moneyText(portfolio.averageOutstanding, portfolio.currency, locale),
                  }),
                  ...atCloses(t, portfolio, ({ outstanding }) => moneyText(outstanding, portfolio.currency, locale)),
                ].join(', ')}
                to={`${paths.loans}?status=ACTIVE`}
                how={t('The principal of active loans that is not repaid yet, without interest to come.')}
              />
            </Box>
            <Suspense fallback={<Skeleton variant="rounded" height={110} />}>
              <AtRisk rows={portfolio.atRisk} closes={portfolio} />
            </Suspense>
            <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { lg: '1fr 1fr' } }}>
              <Section
                title={t('Applications and loans by status')}
                action={
                  <How
                    of={t('Applications and loans by status')}
                    text={t(
                      'How many applications and loans are in each status at this moment, in the currency above.',
                    )}
                  />
                }
              >
                <Suspense fallback={wait}>
                  <StatusPie rows={portfolio.byStatus ?? []} />
                </Suspense>
              </Section>
              <Section
                title={t('Repayments of the last 7 days')}
                action={
                  <How
                    of={t('Repayments of the last 7 days')}
                    text={t(
                      'Payments by their value date, up to the business date, with what of them went on to wallets; reversed ones do not count.',
                    )}
                  />
                }
              >
                <Suspense fallback={wait}>
                  <RepaymentBars rows={portfolio.repaymentsLast7Days ?? []} currency={portfolio.currency} />
                </Suspense>
              </Section>
            </Box>
          </Stack>
        )}
      </QueryView>
      {query.data && (
        <Suspense>
          <RoleParts currency={query.data.currency} />
        </Suspense>
      )}
    </Page>
  );
}

function AsOf({ value }: { readonly value: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {t('As of')} <DateText value={value} />
    </>
  );
}
