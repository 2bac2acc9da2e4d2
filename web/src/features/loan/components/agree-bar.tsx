import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { Section } from '@/components/section';
import { mayDo, reasonAgainst } from '@/features/loan/actions';
import type { Loan } from '@/features/loan/api/get-loan';
import { ChangedTerms } from '@/features/loan/components/changed-terms';
import { TopUpDialog } from '@/features/loan/components/top-up-dialog';
import type { NewChange } from '@/features/loan/changes';
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

/** Asks for terms that were looked at, for whoever may; somebody else agrees them. */
export function AskTermsBar({ loan, change }: Props) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const refused = reasonAgainst(loan, 'ASK_CHANGE');
  if (refused !== undefined) return <Alert severity="info">{refused}</Alert>;
  if (!mayDo(loan, 'ASK_CHANGE')) return null;
  return (
    <Section title={t('Ask for these terms')}>
      <div>
        {t(
          'Once somebody else has agreed, the schedule below becomes that of the loan; the one of the contract is kept.',
        )}
      </div>
      <Button variant="contained" sx={{ mt: 2 }} onClick={() => setAsks(true)}>
        {t('Ask for it')}
      </Button>
      {asks && <AskTermsDialog loan={loan} change={change} onClose={() => setAsks(false)} />}
    </Section>
  );
}

function AskTermsDialog({ loan, change, onClose }: Props & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotice();
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
    notify(t('Asked for. The loan stays as it is until somebody else confirms.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Other terms of {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Ask for it')}
      onClose={onClose}
    >
      <ChangedTerms change={change} />
      <div>{t('Somebody else agrees it. It counts from the day that is said here, also if he does so later.')}</div>
      <FormText<z.input<typeof shape>> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
