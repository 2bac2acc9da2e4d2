import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate, positiveMoney, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { moneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import type { Loan } from '@/features/loan/api/get-loan';
import { ChangePreview } from '@/features/loan/components/change-preview';
import { ValueDateField } from '@/features/loan/components/value-date-field';
import { $api, api, read } from '@/lib/api/client';
import { NewLoanTopUp } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile, useRegion } from '@/lib/profile';

const shapeIn = (currency: string) =>
  z.object({
    amount: positiveMoney(currency, NewLoanTopUp.amount),
    on: isoDate(),
    walletId: z.string(),
    reason: requiredText(NewLoanTopUp.reason),
  });
type Values = z.input<ReturnType<typeof shapeIn>>;

type Props = { readonly loan: Loan; readonly amount?: string; readonly onClose: () => void };

/** Asks for more money to be paid out on a running loan, which somebody else does. */
export function TopUpDialog({ loan, amount = '', onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const mayGoBack = useMay()('payment.backdate');
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const shape = shapeIn(loan.currency);
  const send = useMutation({
    mutationFn: ({ walletId, on, ...body }: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/top-ups', {
          params: { path: { id: loan.id }, header: { 'Idempotency-Key': key } },
          body: { ...body, ...(on < businessDate && { on }), ...(walletId !== '' && { walletId }) },
        }),
      ),
  });
  const wallets = useQuery(
    $api.queryOptions('get', '/api/loans/{id}/payout-wallets', { params: { path: { id: loan.id } } }),
  );
  const offered = wallets.data?.items ?? [];
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { amount, on: businessDate, walletId: '', reason: '' } satisfies Values,
  });
  const values = useWatch({ control: form.control });
  const typed = shape.pick({ amount: true, on: true }).safeParse(values).data;
  const submission = useSubmit(form, async (sent) => {
    await send.mutateAsync(sent);
    notify(t('Asked for. The loan stays as it is until somebody else confirms.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Pay more out on {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Ask for it')}
      onClose={onClose}
    >
      <div>
        {t(
          'Somebody else confirms it, and pays it out. It counts from the day on which that is done; what comes of it is shown as of today. The installments to come grow by it; the schedule of the contract is kept.',
        )}
      </div>
      <FormAmount<Values> name="amount" label={t('Amount')} currency={loan.currency} required autoFocus />
      {mayGoBack && <ValueDateField min={loan.disbursedOn} />}
      {offered.length > 0 && (
        <FormSelect<Values>
          name="walletId"
          label={t('Paid out of')}
          help={t('A wallet pays no more than is in it.')}
          options={[
            { value: '', label: t('Cash account of the product') },
            ...offered.map(({ id, name, balance, currency }) => ({
              value: id,
              label:
                balance == null
                  ? name
                  : t('{{name}}, {{amount}} in it', { name, amount: moneyText(balance, currency, locale) }),
            })),
          ]}
        />
      )}
      <FormText<Values> name="reason" label={t('Reason')} rows={2} required />
      <ChangePreview loan={loan} change={typed && { kind: 'TOP_UP', ...typed }} />
    </FormDialog>
  );
}
