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
import { MoneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import type { LenderWallet } from '@/features/ledger/api/lender-wallets';
import { api, read } from '@/lib/api/client';
import { NewWalletWithdrawal } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile } from '@/lib/profile';

const CHANNELS = ['BANK', 'CASH', 'MOBILE_MONEY', 'CARD'] as const;

const shapeIn = (currency: string) =>
  z.object({
    amount: positiveMoney(currency, NewWalletWithdrawal.amount),
    channel: z.enum(CHANNELS),
    reference: requiredText(NewWalletWithdrawal.reference),
    on: isoDate(),
  });
type Shape = ReturnType<typeof shapeIn>;
type Values = z.input<Shape>;

type Props = { readonly wallet: LenderWallet; readonly way: 'in' | 'out'; readonly onClose: () => void };

/** Brings money of the lender into a wallet from the bank or the like, or back there. */
export function OutsideDialog({ wallet, way, onClose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { organization } = useProfile();
  const isIn = way === 'in';
  const params = { path: { id: wallet.id }, header: { 'Idempotency-Key': key } };
  const send = useMutation({
    mutationFn: async (body: z.output<Shape>) => {
      await (isIn
        ? read(api.POST('/api/wallets/{id}/top-up', { params, body }))
        : read(api.POST('/api/wallets/{id}/withdraw', { params, body })));
    },
  });
  const form = useForm({
    resolver: zodResolver(shapeIn(wallet.currency)),
    defaultValues: {
      amount: '',
      channel: 'BANK',
      reference: '',
      on: organization.businessDate,
    } satisfies Values as Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(isIn ? t('The money is in the wallet.') : t('The money is out of the wallet.'));
    onClose();
  });
  const what = isIn ? t('Put money in') : t('Take money out');
  return (
    <FormDialog
      title={`${what}: ${wallet.name ?? ''}`}
      form={form}
      submission={submission}
      submitLabel={what}
      onClose={onClose}
    >
      <div>
        {t('In it:')} <MoneyText strong amount={wallet.balance} currency={wallet.currency} />
      </div>
      <FormAmount<Values>
        name="amount"
        label={t('Amount')}
        currency={wallet.currency}
        help={t('You may type 5k for 5,000.')}
        required
        autoFocus
      />
      <FormSelect<Values>
        name="channel"
        label={isIn ? t('Comes from') : t('Goes to')}
        options={CHANNELS.map((value) => ({ value, label: t(labelOf(value)) }))}
      />
      <FormText<Values> name="reference" label={t('What it is for')} required />
      <FormText<Values>
        name="on"
        label={t('Counts from')}
        type="date"
        max={organization.businessDate}
        disabled={!may('payment.backdate')}
        required
      />
    </FormDialog>
  );
}
