import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueries } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { MoneyText, moneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile, useRegion } from '@/lib/profile';

const shape = z.object({ walletId: z.string().min(1, 'Choose a wallet.'), on: isoDate() });
type Values = z.input<typeof shape>;

/** What pays expenses; each is asked for by itself, so that many of another kind crowd none out. */
const KINDS = ['EXPENSE', 'TILL'] as const;

type Props = { readonly expense: Schema<'Expense'>; readonly onClose: () => void };

/** Pays an approved expense out of an expense wallet or a till. */
export function PayExpenseDialog({ expense, onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { organization } = useProfile();
  const wallets = useQueries({
    queries: KINDS.map((kind) =>
      $api.queryOptions('get', '/api/wallets', {
        params: { query: { kind, currency: expense.currency, limit: 200 } },
      }),
    ),
  });
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/expenses/{id}/pay', {
          params: { path: { id: expense.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { walletId: '', on: organization.businessDate } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The expense is paid.'));
    onClose();
  });
  const offered = wallets.flatMap(({ data }) => data?.items ?? []);
  return (
    <FormDialog
      title={t('Pay {{number}}', { number: expense.number })}
      form={form}
      submission={submission}
      submitLabel={t('Pay')}
      onClose={onClose}
    >
      <div>
        {t('To {{name}}:', { name: expense.vendor })}{' '}
        <MoneyText strong amount={expense.amount} currency={expense.currency} />
      </div>
      <FormSelect<Values>
        name="walletId"
        label={t('Paid out of')}
        help={
          wallets.every(({ isSuccess }) => isSuccess) && offered.length === 0
            ? t('There is no expense wallet or till in this currency.')
            : t('A wallet pays no more than is in it.')
        }
        options={offered.map(({ id, name, balance, currency }) => ({
          value: id,
          label: t('{{name}}, {{amount}} in it', { name, amount: moneyText(balance, currency, locale) }),
        }))}
        required
      />
      <FormText<Values>
        name="on"
        label={t('Paid on')}
        type="date"
        max={organization.businessDate}
        disabled={!may('payment.backdate')}
        required
      />
    </FormDialog>
  );
}
