import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { moneyText } from '@/components/money-text';
import { chargesQuery, type Loan, type LoanCharge } from '@/features/loan/api/get-loan';
import { ChangePreview } from '@/features/loan/components/change-preview';
import { ValueDateField } from '@/features/loan/components/value-date-field';
import { compareAmounts } from '@/lib/amount';
import { api, read } from '@/lib/api/client';
import { NewWaiver } from '@/lib/api/limits';
import { formatDate } from '@/lib/dates';
import { useIdempotencyKey } from '@/lib/ids';
import { useProfile, useRegion } from '@/lib/profile';

const shape = z.object({
  chargeId: z.string().min(1, 'Choose a charge.'),
  on: isoDate(),
  reason: requiredText(NewWaiver.reason),
});
type Values = z.input<typeof shape>;

/** Gives up what is unpaid of a charge, or of a penalty for lateness. */
export function WaiveDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const charges = useQuery(chargesQuery(loan.id));
  const open = (charges.data?.items ?? []).filter(({ amount, waived }) => compareAmounts(waived, amount) < 0);
  const isNone = charges.isSuccess && open.length === 0;
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/waivers', {
          params: { path: { id: loan.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { chargeId: '', on: businessDate, reason: '' } satisfies Values,
  });
  const typed = shape.pick({ chargeId: true, on: true }).safeParse(useWatch({ control: form.control })).data;
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  const nameOf = ({ kind, late, amount, dueOn, reason }: LoanCharge) =>
    [
      late ? t('Penalty for lateness') : kind === 'FEE' ? t('Fee') : t('Penalty'),
      moneyText(amount, loan.currency, locale),
      t('due on {{day}}', { day: formatDate(dueOn, locale) }),
      reason,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <FormDialog
      title={t('Waive a charge of {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Waive')}
      isIdle={isNone}
      onClose={onClose}
    >
      <div>
        {isNone
          ? t('There is no charge to waive: none was laid, and no penalty for lateness.')
          : t('What is unpaid of it is given up; what was paid stays paid.')}
      </div>
      {!isNone && (
        <>
          <FormSelect<Values>
            name="chargeId"
            label={t('Charge')}
            options={open.map((charge) => ({ value: charge.id, label: nameOf(charge) }))}
          />
          <ValueDateField min={loan.disbursedOn} />
          <FormText<Values> name="reason" label={t('Reason')} rows={2} required />
          <ChangePreview loan={loan} change={typed && { kind: 'WAIVER', ...typed }} />
        </>
      )}
    </FormDialog>
  );
}
