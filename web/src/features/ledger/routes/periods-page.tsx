import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { SheetTable } from '@/components/sheet-table';
import { StatusChip } from '@/components/status-chip';
import { useNumberText } from '@/components/use-number-text';
import { PeriodStepDialog, type PeriodStep } from '@/features/ledger/components/period-step-dialog';
import { PrintedLedgerPage } from '@/features/ledger/components/printed-ledger-page';
import { ReopenDialog } from '@/features/ledger/components/reopen-dialog';
import { $api, type Schema } from '@/lib/api/client';
import { useMay, useProfile } from '@/lib/profile';

type Period = Schema<'Period'>;
type Asked = { readonly period: Period; readonly step: PeriodStep | 'reopen' };

const SHOWN = 120;

/** The months of the books: which take entries, and closing them. */
export function PeriodsPage() {
  const { t } = useTranslation();
  const number = useNumberText();
  const may = useMay();
  const [asked, setAsked] = useState<Asked | null>(null);
  const query = useQuery({
    ...$api.queryOptions('get', '/api/ledger/periods', { params: { query: { limit: SHOWN } } }),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ state, sealed }) => state === 'CLOSED' && !sealed) === true ? 3000 : false,
  });
  const close = () => setAsked(null);
  return (
    <PrintedLedgerPage>
      <Section title={t('Months')} flush>
        <QueryView query={query} lines={8}>
          {({ items }) => (
            <SheetTable
              label={t('Months')}
              items={items}
              keyOf={({ month }) => month}
              columns={[
                { key: 'month', title: t('Month'), show: ({ month }) => month },
                { key: 'state', title: t('Status'), show: (period) => <State period={period} /> },
                { key: 'changed', title: t('Since'), isDetail: true, show: (period) => <Changed period={period} /> },
                {
                  key: 'late',
                  title: t('Booked late'),
                  isFigure: true,
                  isDetail: true,
                  show: ({ lateEntries }) => number(lateEntries),
                },
                {
                  key: 'waiting',
                  title: t('By hand, waiting'),
                  isFigure: true,
                  isDetail: true,
                  show: ({ waitingEntries }) => number(waitingEntries),
                },
                {
                  key: 'step',
                  title: '',
                  show: (period) =>
                    may('ledger.close') && (
                      <Steps
                        period={period}
                        isOver={period.month !== items[0]?.month}
                        isLast={period === items.find(({ state }) => state !== 'OPEN')}
                        onChoose={(step) => setAsked({ period, step })}
                      />
                    ),
                },
              ]}
            />
          )}
        </QueryView>
      </Section>
      {asked?.step === 'reopen' && <ReopenDialog period={asked.period} onClose={close} />}
      {asked !== null && asked.step !== 'reopen' && (
        <PeriodStepDialog step={asked.step} month={asked.period.month} onClose={close} />
      )}
    </PrintedLedgerPage>
  );
}

/** A closed month is checked from when it is sealed on, some seconds later. */
function State({ period: { state, sealed } }: { readonly period: Period }) {
  const { t } = useTranslation();
  return (
    <>
      <StatusChip status={state} /> {sealed && t('sealed')}
    </>
  );
}

function Changed({ period: { changed, reopening } }: { readonly period: Period }) {
  const { t } = useTranslation();
  return (
    <>
      {changed && (
        <div>
          <MomentText value={changed.at} /> {changed.name}
        </div>
      )}
      {reopening && (
        <div>{t('{{name}} asks to open it: {{reason}}', { name: reopening.asked.name, reason: reopening.reason })}</div>
      )}
    </>
  );
}

type StepsProps = {
  readonly period: Period;
  readonly isOver: boolean;
  readonly isLast: boolean;
  readonly onChoose: (step: Asked['step']) => void;
};

/** What can be done with a month: an open one is closed in two steps, the last closed one opened by two persons. */
function Steps({ period: { state, reopening }, isOver, isLast, onChoose }: StepsProps) {
  const { t } = useTranslation();
  const mine = useProfile().id === reopening?.asked.userId;
  const button = (step: Asked['step'], words: string) => (
    <Button key={step} size="small" onClick={() => onChoose(step)}>
      {words}
    </Button>
  );
  const reopened = () => {
    if (!reopening) return [button('reopen', t('Ask to open'))];
    return mine
      ? [button('reject', t('Take it back'))]
      : [button('approve', t('Open again')), button('reject', t('Keep closed'))];
  };
  const shown = {
    OPEN: isOver ? [button('start-closing', t('Start closing'))] : [],
    CLOSING: [button('close', t('Close')), ...(isLast ? [button('reopen', t('Open again'))] : [])],
    CLOSED: isLast ? reopened() : [],
  }[state];
  return (
    <Stack direction="row" sx={{ justifyContent: 'flex-end', flexWrap: 'wrap' }} className="no-print">
      {shown}
    </Stack>
  );
}
