import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { optionalText, positiveAmount, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { moneyText } from '@/components/money-text';
import type { Loan } from '@/features/loan/api/get-loan';
import { compareAmounts } from '@/lib/amount';
import { api, read } from '@/lib/api/client';
import { NewApproval, NewRejection } from '@/lib/api/limits';
import { useRegion } from '@/lib/profile';

type Props = { readonly loan: Loan; readonly onClose: () => void };

const approval = z.object({
  principal: positiveAmount(NewApproval.principal),
  note: optionalText(NewApproval.note),
});

/** Approves a step, with less than was asked for where that is wiser. */
export function ApproveDialog({ loan, onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const most = loan.approvedSoFar ?? loan.requestedPrincipal;
  const shape = approval.refine(({ principal }) => compareAmounts(principal, most) <= 0, {
    path: ['principal'],
    error: 'This is more than may be approved.',
  });
  const send = useMutation({
    mutationFn: (body: z.output<typeof approval>) =>
      read(api.PATCH('/api/loans/{id}/approve', { params: { path: { id: loan.id } }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { principal: most, note: '' } });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Approve {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Approve')}
      onClose={onClose}
    >
      <FormAmount<z.input<typeof approval>>
        name="principal"
        label={t('Amount to approve')}
        currency={loan.currency}
        help={t('At most {{amount}}.', { amount: moneyText(most, loan.currency, locale) })}
        required
        autoFocus
      />
      <FormText<z.input<typeof approval>> name="note" label={t('Note')} rows={2} />
    </FormDialog>
  );
}

const refusal = z.object({ reason: requiredText(NewRejection.reason) });

/** What can end an application before the money goes out. */
export type Ending = 'reject' | 'withdraw' | 'cancel';

const ENDINGS: Readonly<Record<Ending, { title: string; label: string }>> = {
  reject: { title: 'Reject {{number}}', label: 'Reject' },
  withdraw: { title: 'Withdraw {{number}}', label: 'Withdraw' },
  cancel: { title: 'Cancel {{number}}', label: 'Cancel the loan' },
};

/** Rejects or withdraws an application, or cancels a loan that nobody fetches; the reason stays with it. */
export function RefuseDialog({ loan, kind, onClose }: Props & { readonly kind: Ending }) {
  const { t } = useTranslation();
  const params = { path: { id: loan.id } };
  const calls = {
    reject: (body: z.output<typeof refusal>) => api.PATCH('/api/loans/{id}/reject', { params, body }),
    withdraw: (body: z.output<typeof refusal>) => api.PATCH('/api/loans/{id}/withdraw', { params, body }),
    cancel: (body: z.output<typeof refusal>) => api.POST('/api/loans/{id}/cancel', { params, body }),
  };
  const send = useMutation({ mutationFn: (body: z.output<typeof refusal>) => read(calls[kind](body)) });
  const form = useForm({ resolver: zodResolver(refusal), defaultValues: { reason: '' } });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t(ENDINGS[kind].title, { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t(ENDINGS[kind].label)}
      danger
      onClose={onClose}
    >
      {kind === 'cancel' && <div>{t('The money has not gone out, and will not. This cannot be undone.')}</div>}
      <FormText<z.input<typeof refusal>> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
