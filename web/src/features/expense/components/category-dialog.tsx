import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormSwitch } from '@/components/form/form-switch';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { NewExpenseCategory } from '@/lib/api/limits';

export type Category = Schema<'ExpenseCategory'>;

const shape = z.object({
  name: requiredText(NewExpenseCategory.name),
  accountCode: z.string().min(1, 'Choose an account'),
  active: z.boolean(),
});
type Values = z.input<typeof shape>;

type Props = { readonly category?: Category; readonly onClose: () => void };

/** Adds a category of expenses, or changes one. */
export function CategoryDialog({ category, onClose }: Props) {
  const { t } = useTranslation();
  const accounts = useQuery($api.queryOptions('get', '/api/ledger/accounts'));
  const save = useMutation({
    mutationFn: ({ active, ...body }: z.output<typeof shape>) =>
      category === undefined
        ? read(api.POST('/api/expense-categories', { body }))
        : read(
            api.PATCH('/api/expense-categories/{id}', {
              params: { path: { id: category.id }, header: { 'If-Match': `"${String(category.version)}"` } },
              body: { ...body, active },
            }),
          ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      name: category?.name ?? '',
      accountCode: category?.accountCode ?? '',
      active: category?.active ?? true,
    } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    onClose();
  });
  const title = category === undefined ? t('Add a category') : t('Change {{name}}', { name: category.name });
  return (
    <FormDialog title={title} form={form} submission={submission} submitLabel={t('Save')} onClose={onClose}>
      <FormText<Values> name="name" label={t('Name')} required autoFocus />
      <FormSelect<Values>
        name="accountCode"
        label={t('Account')}
        help={t('It is debited when an expense of the category is paid.')}
        options={(accounts.data?.items ?? [])
          .filter(({ type, header, active }) => type === 'EXPENSE' && !header && active)
          .map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        required
      />
      {category && (
        <FormSwitch<Values>
          name="active"
          label={t('Offered')}
          help={t('One that is not offered keeps what it has and takes nothing new.')}
        />
      )}
    </FormDialog>
  );
}
