import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { currencyCode, isoDate, optionalText, positiveAmount, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { useCurrencies } from '@/components/use-currencies';
import { attachAll } from '@/features/expense/api/attach-files';
import { FilesToAttach } from '@/features/expense/components/files-to-attach';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { NewExpense } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useProfile } from '@/lib/profile';

const shape = z.object({
  categoryId: z.string().min(1, 'Choose a category.'),
  vendor: requiredText(NewExpense.vendor),
  currency: currencyCode(),
  amount: positiveAmount(NewExpense.amount),
  on: isoDate(),
  voucher: optionalText(NewExpense.voucher),
  note: optionalText(NewExpense.note),
});
type Values = z.input<typeof shape>;

type Props = {
  /** The expense is written down, but not all of its files were taken. */
  readonly onUnattached: (expense: Schema<'Expense'>, problem: unknown) => void;
  readonly onClose: () => void;
};

/** Writes an expense down, with its bills; somebody else approves it before it is paid. */
export function RecordExpenseDialog({ onUnattached, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const currencies = useCurrencies();
  const { organization } = useProfile();
  const categories = useQuery($api.queryOptions('get', '/api/expense-categories'));
  const [files, setFiles] = useState<readonly File[]>([]);
  const attach = useMutation({
    mutationFn: ({ id }: Schema<'Expense'>) => attachAll(id, files),
  });
  const send = useMutation({
    mutationFn: ({ voucher, note, ...body }: z.output<typeof shape>) =>
      read(
        api.POST('/api/expenses', {
          params: { header: { 'Idempotency-Key': key } },
          body: { ...body, ...(voucher !== undefined && { voucher }), ...(note !== undefined && { note }) },
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      categoryId: '',
      vendor: '',
      currency: organization.currency,
      amount: '',
      on: organization.businessDate,
      voucher: '',
      note: '',
    } satisfies Values,
  });
  const currency = useWatch({ control: form.control, name: 'currency' });
  const submission = useSubmit(form, async (values) => {
    const made = await send.mutateAsync(values);
    try {
      await attach.mutateAsync(made);
    } catch (problem) {
      onUnattached(made, problem);
      return;
    }
    notify(t('The expense waits for approval.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('New expense')}
      form={form}
      submission={submission}
      submitLabel={t('Write it down')}
      onClose={onClose}
    >
      <FormSelect<Values>
        name="categoryId"
        label={t('Category')}
        options={(categories.data?.items ?? [])
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <FormText<Values> name="vendor" label={t('Vendor')} help={t('Who gets the money.')} required autoFocus />
      {currencies.length > 1 && (
        <FormSelect<Values>
          name="currency"
          label={t('Currency')}
          options={currencies.map((value) => ({ value, label: value }))}
          required
        />
      )}
      <FormAmount<Values>
        name="amount"
        label={t('Amount')}
        currency={currency}
        help={t('You may type 5k for 5,000.')}
        required
      />
      <FormText<Values>
        name="on"
        label={t('Date of the voucher')}
        type="date"
        max={organization.businessDate}
        required
      />
      <FormText<Values> name="voucher" label={t('Number of the voucher')} />
      <FormText<Values> name="note" label={t('Note')} rows={2} />
      <FilesToAttach files={files} onChange={setFiles} />
    </FormDialog>
  );
}
