import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate, positiveAmount } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { useNotice } from '@/components/notice';
import { api, read, type Schema } from '@/lib/api/client';
import { TopUpRequest } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile } from '@/lib/profile';

export type Wallet = Schema<'WalletResponse'>;

const CHANNELS = ['CASH', 'BANK', 'MOBILE_MONEY', 'CARD'] as const;

const shape = z.object({ amount: positiveAmount(TopUpRequest.amount), on: isoDate(), channel: z.enum(CHANNELS) });
type Values = z.input<typeof shape>;

/** Puts money into a wallet; the books take it in by the way it came. */
export function TopUpDialog({ wallet, onClose }: { readonly wallet: Wallet; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { organization } = useProfile();
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/wallets/{id}/top-up', {
          params: { path: { id: wallet.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { amount: '', on: organization.businessDate, channel: 'CASH' } satisfies Values as Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The money is in the wallet.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Put money in')}
      form={form}
      submission={submission}
      submitLabel={t('Put money in')}
      onClose={onClose}
    >
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
        label={t('How it was paid')}
        options={CHANNELS.map((value) => ({ value, label: t(labelOf(value)) }))}
      />
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
