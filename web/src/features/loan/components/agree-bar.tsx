import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DateText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { Section } from '@/components/section';
import { mayDo } from '@/features/loan/actions';
import type { Loan } from '@/features/loan/api/get-loan';
import { TopUpDialog } from '@/features/loan/components/top-up-dialog';
import { KINDS, type NewChange } from '@/features/loan/what-if';
import { api, read } from '@/lib/api/client';
import { NewChangeOfTerms } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';

const shape = z.object({ reason: requiredText(NewChangeOfTerms.reason) });

/** Asks for the money that was looked at, for whoever may. */
export function TopUpBar({ loan, amount }: { readonly loan: Loan; readonly amount: string }) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  if (!mayDo(loan, 'ASK_TOP_UP')) return null;
  return (
    <Section title={t('Ask for it')}>
      <div>
        {t(
          'Once somebody else has confirmed it, the schedule below becomes that of the loan; the one of the contract is kept.',
        )}
      </div>
      <Button variant="contained" sx={{ mt: 2 }} onClick={() => setAsks(true)}>
        {t('Pay more out')}
      </Button>
      {asks && <TopUpDialog loan={loan} amount={amount} onClose={() => setAsks(false)} />}
    </Section>
  );
}

type Props = { readonly loan: Loan; readonly change: NewChange };

/** Makes terms that were looked at those of the loan, for whoever may agree them. */
export function AgreeBar({ loan, change }: Props) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  if (!mayDo(loan, 'AGREE_TERMS')) return null;
  return (
    <Section title={t('Agree these terms')}>
      <div>{t('The schedule below becomes that of the loan; the one of the contract is kept.')}</div>
      <Button variant="contained" sx={{ mt: 2 }} onClick={() => setAsks(true)}>
        {t('Agree')}
      </Button>
      {asks && <AgreeDialog loan={loan} change={change} onClose={() => setAsks(false)} />}
    </Section>
  );
}

function AgreeDialog({ loan, change, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const key = useIdempotencyKey();
  const send = useMutation({
    mutationFn: ({ reason }: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/changes', {
          params: { path: { id: loan.id }, header: { 'Idempotency-Key': key } },
          body: { ...change, reason },
        }),
      ),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Other terms of {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Agree')}
      onClose={onClose}
    >
      <ChangedTerms change={change} />
      <div>{t('It counts at once. Whoever may agree it may take it back among the events.')}</div>
      <FormText<z.input<typeof shape>> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}

/** Which terms are agreed. */
function ChangedTerms({ change }: { readonly change: NewChange }) {
  const { t } = useTranslation();
  const day = (value: string | null | undefined) => value && <DateText value={value} />;
  return (
    <Facts
      width={140}
      facts={[
        [t('What changes'), t(KINDS.find(({ kind }) => kind === change.kind)?.label ?? '')],
        [t('More installments'), change.installments],
        [t('Interest a year'), change.annualRate && `${change.annualRate} %`],
        [t('From'), day(change.from)],
        [t('Last day without interest'), day(change.to)],
        [t('Due date that moves'), day(change.dueOn)],
        [t('To'), day(change.newDueOn)],
      ]}
    />
  );
}
