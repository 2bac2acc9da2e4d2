import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { api, read, type Schema } from '@/lib/api/client';
import { ExpenseRejection } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';

const shape = z.object({ reason: requiredText(ExpenseRejection.reason) });
type Values = z.input<typeof shape>;

type Props = {
  readonly expense: Schema<'Expense'>;
  readonly step: 'reject' | 'take-back';
  readonly onClose: () => void;
};

/** Rejects an expense, or takes its payment back, and says why. */
export function ReasonDialog({ expense, step, onClose }: Props) {
  const { t } = useTranslation();
  const key = useIdempotencyKey();
  const params = { path: { id: expense.id }, header: { 'Idempotency-Key': key } };
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      step === 'reject'
        ? read(api.POST('/api/expenses/{id}/reject', { params, body }))
        : read(api.POST('/api/expenses/{id}/take-back', { params, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={
        step === 'reject'
          ? t('Reject {{number}}', { number: expense.number })
          : t('Take the payment of {{number}} back', { number: expense.number })
      }
      form={form}
      submission={submission}
      submitLabel={step === 'reject' ? t('Reject') : t('Take it back')}
      danger
      onClose={onClose}
    >
      {step === 'take-back' && <div>{t('The money is in its wallet again. Both entries stay in the books.')}</div>}
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
