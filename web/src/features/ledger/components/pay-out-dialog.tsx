import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate, positiveMoney, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { moneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import type { Wallet } from '@/features/ledger/components/top-up-dialog';
import { compareAmounts } from '@/lib/amount';
import { api, read } from '@/lib/api/client';
import { NewWalletPayout } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile, useRegion } from '@/lib/profile';

const CHANNELS = ['CASH', 'BANK', 'MOBILE_MONEY', 'CARD'] as const;

const shapeOf = ({ currency, balance }: Wallet) =>
  z.object({
    amount: positiveMoney(currency, NewWalletPayout.amount).refine((amount) => compareAmounts(amount, balance) <= 0, {
      error: 'The wallet holds less.',
    }),
    on: isoDate(),
    channel: z.enum(CHANNELS),
    reason: requiredText(NewWalletPayout.reason),
  });
type Shape = ReturnType<typeof shapeOf>;
type Values = z.input<Shape>;

/** Gives money back that is held for a borrower, such as what was paid too much. */
export function PayOutDialog({ wallet, onClose }: { readonly wallet: Wallet; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const send = useMutation({
    mutationFn: (body: z.output<Shape>) =>
      read(
        api.POST('/api/wallets/{id}/pay-out', {
          params: { path: { id: wallet.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shapeOf(wallet)),
    defaultValues: {
      amount: wallet.balance,
      on: businessDate,
      channel: 'CASH',
      reason: '',
    } satisfies Values as Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The money is paid out.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Pay out of the wallet')}
      form={form}
      submission={submission}
      submitLabel={t('Pay out')}
      onClose={onClose}
    >
      <FormAmount<Values>
        name="amount"
        label={t('Amount')}
        currency={wallet.currency}
        help={t('At most {{amount}}.', { amount: moneyText(wallet.balance, wallet.currency, locale) })}
        required
        autoFocus
      />
      <FormSelect<Values>
        name="channel"
        label={t('How it is paid')}
        options={CHANNELS.map((value) => ({ value, label: t(labelOf(value)) }))}
      />
      <FormText<Values>
        name="on"
        label={t('Counts from')}
        type="date"
        max={businessDate}
        disabled={!may('payment.backdate')}
        required
      />
      <FormText<Values> name="reason" label={t('Reason')} rows={2} required />
    </FormDialog>
  );
}
