import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/components/date-text';
import { Loading } from '@/components/loading';
import { MoneyText, moneyText } from '@/components/money-text';
import { ProblemAlert } from '@/components/problem-alert';
import { StatusChip } from '@/components/status-chip';
import { AllocationList } from '@/features/payment/components/allocation-list';
import type { Schema } from '@/lib/api/client';
import { formatDate } from '@/lib/dates';
import { useRegion } from '@/lib/profile';

/** Interest that paying the loan off would spare: how much a payment takes of it, and what pays the loan off. */
export type EarlyInterest = { readonly amount: string; readonly payoff: string; readonly on: string };

type Props = {
  readonly currency: string;
  /** How the typed amount would be split; undefined while there is nothing to ask. */
  readonly preview: UseQueryResult<Schema<'PaymentPreview'>> | undefined;
  /** What is typed is not what was asked about. */
  readonly isBehind: boolean;
  readonly early: EarlyInterest | undefined;
  readonly onPayOff: (amount: string) => void;
};

/** What the typed amount would pay; nothing is kept. */
export function PaymentPreview({ currency, preview, isBehind, early, onPayOff }: Props) {
  const { t } = useTranslation();
  const shown = isBehind || preview?.isError === true ? undefined : preview?.data;
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2 }} aria-live="polite">
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 1, fontWeight: 650 }}>
        <span>{t('This pays')}</span>
        {shown && <StatusChip status={shown.loanStatus} />}
      </Box>
      {preview === undefined && (
        <Box sx={{ color: 'text.secondary' }}>{t('Type an amount to see how it is split.')}</Box>
      )}
      {preview && (isBehind || preview.isPending) && <Loading lines={4} />}
      {!isBehind && preview?.isError === true && <ProblemAlert error={preview.error} />}
      {shown && (
        <>
          <AllocationList allocation={shown.allocation} currency={currency} />
          {early && <EarlyInterestLine currency={currency} early={early} onPayOff={onPayOff} />}
          <Box sx={{ mt: 1.5, pt: 1.5, borderTop: 1, borderColor: 'divider' }}>
            <BeforeAndAfter preview={shown} currency={currency} />
          </Box>
        </>
      )}
    </Box>
  );
}

type Owed = Schema<'OwedBefore'>;

/** A phone has room for both columns. */
const TIGHT = { '& th, & td': { px: 0.5, verticalAlign: 'top' }, '& tbody tr:last-of-type > *': { borderBottom: 0 } };

/** What is owed without the payment, and with it. */
function BeforeAndAfter({
  preview,
  currency,
}: {
  readonly preview: Schema<'PaymentPreview'>;
  readonly currency: string;
}) {
  const { t } = useTranslation();
  const { before } = preview;
  const lines: readonly (readonly [string, (owed: Owed) => ReactNode])[] = [
    [t('Owed'), ({ outstanding }) => <MoneyText bare strong amount={outstanding} currency={currency} />],
    ...(before.overdue == null && preview.overdue == null
      ? []
      : [[t('Overdue'), (owed: Owed) => <Overdue amount={owed.overdue} currency={currency} />] as const]),
    [t('Next due'), ({ nextDue }) => <Due due={nextDue} currency={currency} />],
  ];
  return (
    <Table size="small" aria-label={t('Before and after')} sx={TIGHT}>
      <TableHead>
        <TableRow>
          <TableCell>{currency}</TableCell>
          <TableCell align="right">{t('Now')}</TableCell>
          <TableCell align="right">{t('After it')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(([title, show]) => (
          <TableRow key={title}>
            <TableCell component="th" scope="row">
              {title}
            </TableCell>
            <TableCell align="right">{show(before)}</TableCell>
            <TableCell align="right">{show(preview)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Overdue({ amount, currency }: { readonly amount: string | null | undefined; readonly currency: string }) {
  return (
    <Box component="span" sx={amount == null ? {} : { color: 'error.main' }}>
      <MoneyText bare strong amount={amount} currency={currency} />
    </Box>
  );
}

function Due({ due, currency }: { readonly due: Owed['nextDue']; readonly currency: string }) {
  if (due == null) return '–';
  return (
    <Stack sx={{ alignItems: 'flex-end' }}>
      <MoneyText bare amount={due.amount} currency={currency} />
      <DateText value={due.on} />
    </Stack>
  );
}

function EarlyInterestLine({
  currency,
  early,
  onPayOff,
}: Pick<Props, 'currency' | 'onPayOff'> & { readonly early: EarlyInterest }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const payoff = moneyText(early.payoff, currency, locale);
  return (
    <Alert severity="info" variant="outlined" sx={{ mt: 1.5 }}>
      <div>
        {t('Takes {{interest}} of interest of days to come. {{payoff}} pays the loan off on {{day}}.', {
          interest: moneyText(early.amount, currency, locale),
          payoff,
          day: formatDate(early.on, locale),
        })}
      </div>
      <Button size="small" sx={{ ml: -0.75 }} onClick={() => onPayOff(early.payoff)}>
        {t('Take {{payoff}}', { payoff })}
      </Button>
    </Alert>
  );
}
