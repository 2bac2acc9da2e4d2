import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { StatusChip } from '@/components/status-chip';
import { TextLink } from '@/components/text-link';
import { loanQuery, scheduleQuery, type Installment, type Loan } from '@/features/loan/api/get-loan';
import { CollectionPanel } from '@/features/collection/components/collection-panel';
import { mayDo } from '@/features/loan/actions';
import { overdueOf } from '@/features/loan/arrears';
import { ApprovalTrail } from '@/features/loan/components/approval-trail';
import { AsOf } from '@/features/loan/components/as-of';
import { FlagChips } from '@/features/loan/components/flag-chips';
import { LoanActions } from '@/features/loan/components/loan-actions';
import { LoanRefusals } from '@/features/loan/components/loan-refusals';
import { LoanEvents } from '@/features/loan/components/loan-events';
import { LoanFlags } from '@/features/loan/components/loan-flags';
import { LoanSchedule } from '@/features/loan/components/loan-schedule';
import { LoanOwed } from '@/features/loan/components/loan-summary';
import { LoanTerms } from '@/features/loan/components/loan-terms';
import { WhatIf } from '@/features/loan/components/what-if';
import { RequestWaits } from '@/features/loan/components/requests';
import { useMayOpen } from '@/lib/screens';
import { PaymentsTable } from '@/features/payment/components/payments-table';
import { RepaymentDialog } from '@/features/payment/components/repayment-dialog';
import { HistoryDialog } from '@/features/reporting/components/history-dialog';
import { paths } from '@/lib/paths';
import { useMay, useRegion } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';
import { vantageOf, type Vantage } from '@/lib/vantage';

/** One application or loan, from first word to last receipt. */
export function LoanPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [get, set] = useQueryState();
  const { timeZone } = useRegion();
  const from = vantageOf(get('asOf'), get('knownOn'), timeZone);
  const query = useQuery({ ...loanQuery(id, from), placeholderData: keepPreviousData });
  const loan = query.data;
  const [dialog, setDialog] = useState<'repay' | 'history'>();
  const [installment, setInstallment] = useState<Installment>();
  const isNow = from.asOf === undefined && from.knownAt === undefined;
  const mayRepay = isNow && loan !== undefined && mayDo(loan, 'RECORD_PAYMENT');
  const schedule = useQuery({ ...scheduleQuery(id), enabled: mayRepay });
  const repay = (row?: Installment) => {
    setInstallment(row);
    setDialog('repay');
  };

  return (
    <Page
      title={loan?.number ?? t('Loan')}
      subtitle={
        loan && (
          <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
            <TextLink to={paths.borrower(loan.borrowerId)}>{loan.borrowerName ?? t('Borrower')}</TextLink>
            <span>{loan.productName}</span>
            <StatusChip status={loan.status} />
            {(loan.daysPastDue ?? 0) > 0 && <StatusChip status="OVERDUE" />}
            {loan.arrearsClass?.nonPerforming === true && <StatusChip status="NON_PERFORMING" tone="error" />}
            {loan.defaulted === true && <StatusChip status="DEFAULTED" tone="error" />}
            <FlagChips flags={loan.flags} />
          </Stack>
        )
      }
      actions={
        loan && (
          <>
            <Button color="inherit" onClick={() => setDialog('history')}>
              {t('View history')}
            </Button>
            {isNow && <LoanActions loan={loan} />}
            {mayRepay && (
              <Button variant="contained" onClick={() => repay()}>
                {t('Record a payment')}
              </Button>
            )}
          </>
        )
      }
    >
      <QueryView query={query}>
        {(one) => <LoanBody loan={one} from={from} onPay={mayRepay ? repay : undefined} />}
      </QueryView>
      {query.isError && !isNow && <Button onClick={() => set({ asOf: '', knownOn: '' })}>{t('Back to today')}</Button>}
      {dialog === 'repay' && loan && schedule.isFetched && (
        <RepaymentDialog
          loan={{ ...loan, overdue: schedule.data && overdueOf(schedule.data) }}
          installment={installment}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'history' && loan && (
        <HistoryDialog
          borrowerId={loan.borrowerId}
          name={loan.borrowerName ?? ''}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Page>
  );
}

type BodyProps = {
  readonly loan: Loan;
  readonly from: Vantage;
  readonly onPay: ((row: Installment) => void) | undefined;
};

function LoanBody({ loan, from, onPay }: BodyProps) {
  const { t } = useTranslation();
  const may = useMay();
  const mayOpen = useMayOpen();
  const [get, set] = useQueryState();
  const isPaidOut = loan.disbursedOn !== undefined && loan.disbursedOn !== null;
  const [asOf, knownOn] = [get('asOf'), get('knownOn')];
  const isNow = asOf === '' && knownOn === '';
  const tabs = [
    { value: 'schedule', label: t('Schedule') },
    ...(may('payment.view') ? [{ value: 'payments', label: t('Payments') }] : []),
    { value: 'events', label: t('Events') },
    ...(isPaidOut && may('collection.queue') ? [{ value: 'collection', label: t('Arrears work') }] : []),
    ...(loan.status === 'ACTIVE' && isNow ? [{ value: 'what-if', label: t('What if') }] : []),
  ];
  const shown = tabs.find(({ value }) => value === get('tab'))?.value ?? 'schedule';

  return (
    <Stack sx={{ gap: 2.5 }}>
      {isNow && <LoanRefusals loan={loan} />}
      {isNow && loan.status === 'ACTIVE' && mayOpen(paths.requests) && <RequestWaits loanId={loan.id} />}
      {(isPaidOut || !isNow) && (
        <AsOf from={loan.disbursedOn ?? loan.appliedOn} asOf={asOf} knownOn={knownOn} onChoose={set} />
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 2.5,
          gridTemplateColumns: { md: isPaidOut ? '5fr 7fr' : '7fr 5fr' },
          alignItems: 'start',
        }}
      >
        {isPaidOut && <LoanOwed loan={loan} from={from} />}
        <LoanTerms loan={loan} isNow={isNow} />
        {!isPaidOut && <ApprovalTrail loan={loan} />}
      </Box>
      <Tabs
        value={shown}
        onChange={(_, next: string) => set({ tab: next })}
        aria-label={t('Of this loan')}
        className="no-print"
      >
        {tabs.map(({ value, label }) => (
          <Tab key={value} value={value} label={label} id={`tab-${value}`} aria-controls="tab-panel" />
        ))}
      </Tabs>
      <Stack id="tab-panel" role="tabpanel" aria-labelledby={`tab-${shown}`} sx={{ gap: 2.5 }}>
        {shown === 'payments' && <PaymentsTable filter={{ loanId: loan.id }} />}
        {shown === 'events' && (
          <>
            <LoanEvents loan={loan} />
            {isPaidOut && <LoanFlags loanId={loan.id} />}
            {isPaidOut && <ApprovalTrail loan={loan} />}
          </>
        )}
        {shown === 'schedule' && <LoanSchedule loan={loan} from={from} onPay={onPay} />}
        {shown === 'collection' && (
          <CollectionPanel loanId={loan.id} isOwing={loan.status === 'ACTIVE' || loan.status === 'WRITTEN_OFF'} />
        )}
        {shown === 'what-if' && <WhatIf loan={loan} />}
      </Stack>
    </Stack>
  );
}
