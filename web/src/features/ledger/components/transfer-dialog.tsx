import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
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
import { $api, api, read } from '@/lib/api/client';
import { NewWalletTransfer } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile } from '@/lib/profile';

const shapeIn = (currency: string) =>
  z.object({
    toWalletId: z.string().min(1, 'Choose a wallet.'),
    amount: positiveMoney(currency, NewWalletTransfer.amount),
    on: isoDate(),
    reference: requiredText(NewWalletTransfer.reference),
  });
type Shape = ReturnType<typeof shapeIn>;
type Values = z.input<Shape>;

type Props = { readonly wallet: LenderWallet; readonly onClose: () => void };

/** Passes money of a wallet on to another one of the same currency. */
export function TransferDialog({ wallet, onClose }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { organization } = useProfile();
  const receivers = useQuery(
    $api.queryOptions('get', '/api/wallets/{id}/receivers', { params: { path: { id: wallet.id } } }),
  );
  const send = useMutation({
    mutationFn: (body: z.output<Shape>) =>
      read(
        api.POST('/api/wallets/transfers', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...body, fromWalletId: wallet.id },
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shapeIn(wallet.currency)),
    defaultValues: { toWalletId: '', amount: '', on: organization.businessDate, reference: '' } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The money is in the other wallet.'));
    onClose();
  });
  const others = receivers.data?.items ?? [];
  return (
    <FormDialog
      title={t('Transfer from {{name}}', { name: wallet.name ?? '' })}
      form={form}
      submission={submission}
      submitLabel={t('Transfer')}
      onClose={onClose}
    >
      <div>
        {t('In it:')} <MoneyText strong amount={wallet.balance} currency={wallet.currency} />
      </div>
      <FormSelect<Values>
        name="toWalletId"
        label={t('To')}
        {...(receivers.isSuccess && others.length === 0 && { help: t('There is no other wallet in this currency.') })}
        options={others.map(({ id, kind, name }) => ({ value: id, label: `${name} (${t(labelOf(kind))})` }))}
        required
      />
      <FormAmount<Values>
        name="amount"
        label={t('Amount')}
        currency={wallet.currency}
        help={t('You may type 5k for 5,000.')}
        required
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
