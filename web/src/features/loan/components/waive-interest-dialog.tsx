import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { isoDate, positiveMoney, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { MoneyText } from '@/components/money-text';
import { loanQuery, type Loan } from '@/features/loan/api/get-loan';
import { ChangePreview } from '@/features/loan/components/change-preview';
import { ValueDateField } from '@/features/loan/components/value-date-field';
import { api, read } from '@/lib/api/client';
import { NewInterestWaiver } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useProfile } from '@/lib/profile';

const shapeIn = (currency: string) =>
  z.object({
    amount: positiveMoney(currency, NewInterestWaiver.amount),
    on: isoDate(),
    reason: requiredText(NewInterestWaiver.reason),
  });
type Values = z.input<ReturnType<typeof shapeIn>>;

/** Gives up interest that a running loan owes. */
export function WaiveInterestDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const shape = shapeIn(loan.currency);
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/interest-waivers', {
          params: { path: { id: loan.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { amount: '', on: businessDate, reason: '' } satisfies Values,
  });
  const values = useWatch({ control: form.control });
  const on = values.on ?? '';
  const isEarlier = on !== '' && on !== businessDate;
  const then = useQuery({ ...loanQuery(loan.id, { asOf: on }), enabled: isEarlier });
  const owed = isEarlier ? then.data?.outstanding.interest : loan.outstanding.interest;
  const typed = shape.pick({ amount: true, on: true }).safeParse(values).data;
  const submission = useSubmit(form, async (sent) => {
    await send.mutateAsync(sent);
    onClose();
  });
  return (
    <FormDialog
      title={t('Waive interest of {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Waive')}
      onClose={onClose}
    >
      <div>
        {t('The oldest interest is given up first; interest of later days is owed as before. Owed on that day:')}{' '}
        {owed !== undefined && <MoneyText strong amount={owed} currency={loan.currency} />}
      </div>
      <FormAmount<Values> name="amount" label={t('Amount')} currency={loan.currency} required autoFocus />
      <ValueDateField min={loan.disbursedOn} />
      <FormText<Values> name="reason" label={t('Reason')} rows={2} required />
      <ChangePreview loan={loan} change={typed && { kind: 'INTEREST_WAIVER', ...typed }} />
    </FormDialog>
  );
}
