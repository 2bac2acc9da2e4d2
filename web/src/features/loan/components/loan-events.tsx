import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { labelOf } from '@/components/labels';
import { MoneyText, moneyText } from '@/components/money-text';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { Section } from '@/components/section';
import { mayDo } from '@/features/loan/actions';
import { eventsQuery, type Loan } from '@/features/loan/api/get-loan';
import { ChangedTerms } from '@/features/loan/components/changed-terms';
import { TakeBackDialog } from '@/features/loan/components/take-back-dialog';
import { addAmounts, compareAmounts, isAmount } from '@/lib/amount';
import type { Schema } from '@/lib/api/client';
import type { Permission } from '@/lib/permissions';
import { useMay, useRegion } from '@/lib/profile';

/** Who may do what is taken back; payments are taken back among the payments. */
const TAKEN_BACK_BY: Partial<Record<Schema<'LoanEvent'>['kind'], Permission>> = {
  CHARGE: 'charge.add',
  WAIVER: 'charge.waive',
  INTEREST_WAIVER: 'interest.waive',
  TOP_UP: 'loan.top_up',
  CHANGE: 'schedule.restructure',
  WRITE_OFF: 'loan.write_off',
};

/** All that happened to a loan; what was reversed stays, struck through. */
export function LoanEvents({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const query = useQuery(eventsQuery(loan.id));
  const may = useMay();
  const [takenBack, setTakenBack] = useState<Schema<'LoanEvent'>>();
  const mayTakeBack = (event: Schema<'LoanEvent'>) => {
    const needed = TAKEN_BACK_BY[event.kind];
    return needed !== undefined && !event.reversed && mayDo(loan, 'TAKE_BACK') && may(needed);
  };
  return (
    <Section title={t('Events')} flush>
      <QueryView query={query}>
        {(events) =>
          (events.items ?? []).length === 0 ? (
            <EmptyState title={t('Nothing has happened yet')}>{t('The first event is the payout.')}</EmptyState>
          ) : (
            <ScrollTable label={t('Events')}>
              <Table size="small">
                <TableHead>
                  <TableRow>
                    <TableCell>{t('Counts from')}</TableCell>
                    <TableCell>{t('What')}</TableCell>
                    <TableCell align="right">{t('Amount')}</TableCell>
                    <TableCell>{t('Recorded')}</TableCell>
                    <TableCell>{t('By')}</TableCell>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {events.items.map((event) => (
                    <TableRow
                      key={event.id}
                      sx={event.reversed ? { '& td': { textDecoration: 'line-through', color: 'text.secondary' } } : {}}
                    >
                      <TableCell sx={{ whiteSpace: 'nowrap' }}>
                        <DateText value={event.valueDate} />
                      </TableCell>
                      <TableCell>
                        {t(labelOf(event.kind))}
                        {event.reversed && <span>{t(' (reversed)')}</span>}
                        {event.change && <ChangedTerms change={event.change} />}
                        <EventDetails event={event} currency={loan.currency} />
                        {mayTakeBack(event) && (
                          <Button size="small" className="no-print" onClick={() => setTakenBack(event)}>
                            {t('Take back')}
                          </Button>
                        )}
                      </TableCell>
                      <TableCell align="right">
                        <MoneyText amount={event.amount} currency={loan.currency} />
                      </TableCell>
                      <TableCell sx={{ whiteSpace: 'nowrap' }}>
                        <MomentText value={event.recordedAt} />
                      </TableCell>
                      <TableCell>{event.recordedByName ?? '–'}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </ScrollTable>
          )
        }
      </QueryView>
      {takenBack && <TakeBackDialog loanId={loan.id} event={takenBack} onClose={() => setTakenBack(undefined)} />}
    </Section>
  );
}

type Part = readonly [string, string | null | undefined];

function partsOf({ kind, split, excess }: Schema<'LoanEvent'>, t: TFunction): readonly Part[] {
  if (!split) return [];
  if (kind === 'TOP_UP') return [[t('Kept back'), addAmounts(split.fees, split.penalties)]];
  if (kind !== 'REPAYMENT' && kind !== 'WRITE_OFF') return [];
  return [
    [t('Penalties'), split.penalties],
    [t('Fees'), split.fees],
    [t('Interest'), split.interest],
    [t('Principal'), split.principal],
    [t('To the borrower’s wallet'), excess],
  ];
}

/** What a payment paid, and why something was taken back. */
function EventDetails({ event, currency }: { readonly event: Schema<'LoanEvent'>; readonly currency: string }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const parts = partsOf(event, t);
  const said = [
    ...parts
      .filter(([, amount]) => isAmount(amount) && compareAmounts(amount, '0') > 0)
      .map(([part, amount]) => `${part} ${moneyText(amount, currency, locale, true)}`),
    event.reason,
  ];
  const text = said.filter(Boolean).join(' · ');
  return text === '' ? null : <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{text}</Box>;
}
