import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate, positiveMoney, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Loan } from '@/features/loan/api/get-loan';
import type { NewSimulation } from '@/features/loan/api/simulate-loan';
import { ChangePreview } from '@/features/loan/components/change-preview';
import { ValueDateField } from '@/features/loan/components/value-date-field';
import { api, read } from '@/lib/api/client';
import { NewLoanCharge } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useProfile } from '@/lib/profile';

const chargeIn = (currency: string) =>
  z.object({
    kind: z.enum(['FEE', 'PENALTY']),
    amount: positiveMoney(currency, NewLoanCharge.amount),
    on: isoDate(),
    dueOn: isoDate(),
  });
const shapeIn = (currency: string) =>
  chargeIn(currency)
    .extend({ reason: requiredText(NewLoanCharge.reason) })
    .refine(({ on, dueOn }) => dueOn >= on, { path: ['dueOn'], error: 'It is not due before it counts.' });
type Values = z.input<ReturnType<typeof shapeIn>>;

/** Lays a fee or a penalty on a running loan. */
export function ChargeDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const shape = shapeIn(loan.currency);
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/charges', {
          params: { path: { id: loan.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      kind: 'FEE',
      amount: '',
      on: businessDate,
      dueOn: businessDate,
      reason: '',
    } satisfies Values as Values,
  });
  const typed = chargeIn(loan.currency).safeParse(useWatch({ control: form.control })).data;
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('A charge for {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Add the charge')}
      onClose={onClose}
    >
      <FormSelect<Values>
        name="kind"
        label={t('Kind')}
        options={[
          { value: 'FEE', label: t('Fee') },
          { value: 'PENALTY', label: t('Penalty') },
        ]}
      />
      <FormAmount<Values> name="amount" label={t('Amount')} currency={loan.currency} required autoFocus />
      <FormText<Values>
        name="dueOn"
        label={t('Due on')}
        type="date"
        min={businessDate}
        help={t('It is asked for with the installment of that time.')}
        required
      />
      <ValueDateField min={loan.disbursedOn} />
      <FormText<Values> name="reason" label={t('What it is for')} rows={2} required />
      <ChangePreview loan={loan} change={typed && previewOf(typed)} />
    </FormDialog>
  );
}

function previewOf({ kind, ...charge }: z.output<ReturnType<typeof chargeIn>>): NewSimulation {
  return { kind: 'CHARGE', chargeKind: kind, ...charge };
}
