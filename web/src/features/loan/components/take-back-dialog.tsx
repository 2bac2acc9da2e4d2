import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { labelOf } from '@/components/labels';
import { isoDate, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { ValueDateField } from '@/features/loan/components/value-date-field';
import { api, read, type Schema } from '@/lib/api/client';
import { NewTakingBack } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useProfile } from '@/lib/profile';

const shape = z.object({ on: isoDate(), reason: requiredText(NewTakingBack.reason) });
type Values = z.input<typeof shape>;

type Props = {
  readonly loanId: string;
  readonly event: Schema<'LoanEvent'>;
  readonly onClose: () => void;
};

/** Takes back a charge, a waiver, other terms or a write-off; the loan becomes what it would be without it. */
export function TakeBackDialog({ loanId, event, onClose }: Props) {
  const { t } = useTranslation();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/events/{eventId}/take-back', {
          params: { path: { id: loanId, eventId: event.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { on: businessDate, reason: '' } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Take back: {{what}}', { what: t(labelOf(event.kind)) })}
      form={form}
      submission={submission}
      submitLabel={t('Take back')}
      danger
      onClose={onClose}
    >
      <div>{t('It stays among the events, marked, and what came after it is worked out again.')}</div>
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
      <ValueDateField min={event.valueDate} />
    </FormDialog>
  );
}
