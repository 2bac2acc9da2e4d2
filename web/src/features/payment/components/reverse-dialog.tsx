import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Payment } from '@/features/payment/api/list-payments';
import { api, read } from '@/lib/api/client';
import { NewReversal } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';

const shape = z.object({ reason: requiredText(NewReversal.reason) });

/** Takes a payment back by a second entry; the loan becomes what it would be without it. */
export function ReverseDialog({ payment, onClose }: { readonly payment: Payment; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const key = useIdempotencyKey();
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/payments/{id}/reverse', {
          params: { path: { id: payment.id }, header: { 'Idempotency-Key': key } },
          body,
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
      title={t('Reverse {{number}}', { number: payment.receiptNumber })}
      form={form}
      submission={submission}
      submitLabel={t('Reverse the payment')}
      danger
      onClose={onClose}
    >
      <div>{t('The payment stays in the books, marked as reversed, and what came after it is worked out again.')}</div>
      <FormText<z.input<typeof shape>> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
