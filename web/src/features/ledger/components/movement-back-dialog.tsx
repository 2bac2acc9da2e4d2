import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { isoDate, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import type { WalletMovement } from '@/features/ledger/api/lender-wallets';
import { api, read } from '@/lib/api/client';
import { NewMovementReversal } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile } from '@/lib/profile';

const shape = z.object({ reason: requiredText(NewMovementReversal.reason), on: isoDate() });
type Values = z.input<typeof shape>;

type Props = { readonly movement: WalletMovement; readonly onClose: () => void };

/** Takes a transfer, top-up or withdrawal back; both entries stay in the books. */
export function MovementBackDialog({ movement, onClose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const choosesDay = may('payment.backdate') && movement.on < businessDate;
  const send = useMutation({
    mutationFn: ({ reason, on }: z.output<typeof shape>) =>
      read(
        api.POST('/api/wallets/movements/{id}/reversal', {
          params: { path: { id: movement.id }, header: { 'Idempotency-Key': key } },
          body: choosesDay ? { reason, on } : { reason },
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { reason: '', on: choosesDay ? movement.on : businessDate } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('It is taken back.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Take entry {{number}} back', { number: movement.number })}
      form={form}
      submission={submission}
      submitLabel={t('Take it back')}
      danger
      onClose={onClose}
    >
      <div>{movement.description}</div>
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
      {choosesDay && (
        <FormText<Values>
          name="on"
          label={t('Counts no more from')}
          type="date"
          min={movement.on}
          max={businessDate}
          required
        />
      )}
    </FormDialog>
  );
}
