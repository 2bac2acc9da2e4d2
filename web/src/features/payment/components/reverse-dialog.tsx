import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { isoDate, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Payment } from '@/features/payment/api/list-payments';
import { api, read } from '@/lib/api/client';
import { NewReversal } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile } from '@/lib/profile';

const shape = z.object({ reason: requiredText(NewReversal.reason), on: isoDate() });
type Values = z.input<typeof shape>;

/**
 * Takes a payment back by a second entry; the loan becomes what it would be without it. Whoever may go back in time
 * says from which day: the payment's own where it was never paid, a later one where the money was there until then.
 */
export function ReverseDialog({ payment, onClose }: { readonly payment: Payment; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const may = useMay();
  const choosesDay = may('payment.backdate') && payment.on < businessDate;
  const send = useMutation({
    mutationFn: ({ reason, on }: z.output<typeof shape>) =>
      read(
        api.POST('/api/payments/{id}/reverse', {
          params: { path: { id: payment.id }, header: { 'Idempotency-Key': key } },
          body: choosesDay ? { reason, on } : { reason },
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { reason: '', on: choosesDay ? payment.on : businessDate } satisfies Values,
  });
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
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
      {choosesDay && (
        <>
          <FormText<Values>
            name="on"
            label={t('Counts no more from')}
            type="date"
            min={payment.on}
            max={businessDate}
            help={t('Typed wrong? Take it back on its own day, and enter the right one for that day.')}
            required
          />
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
            {[
              { label: t('Its own day: it was never paid'), day: payment.on },
              { label: t('The business date: it came back'), day: businessDate },
            ].map(({ label, day }) => (
              <Button
                key={day}
                size="small"
                variant="outlined"
                onClick={() => form.setValue('on', day, { shouldValidate: true })}
              >
                {label}
              </Button>
            ))}
          </Stack>
        </>
      )}
    </FormDialog>
  );
}
