import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSwitch } from '@/components/form/form-switch';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { api, read, type Schema } from '@/lib/api/client';
import { NewBranch } from '@/lib/api/limits';

export type Branch = Schema<'Branch'>;

const shape = z.object({
  code: requiredText(NewBranch.code, 'Letters, digits, dashes and underscores.'),
  name: requiredText(NewBranch.name),
  active: z.boolean(),
});
type Values = z.input<typeof shape>;

/** Adds a branch, or changes one. */
export function BranchDialog({ branch, onClose }: { readonly branch?: Branch; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: ({ active, ...body }: z.output<typeof shape>) =>
      branch === undefined
        ? read(api.POST('/api/branches', { body }))
        : read(
            api.PATCH('/api/branches/{id}', {
              params: { path: { id: branch.id }, header: { 'If-Match': `"${String(branch.version)}"` } },
              body: { ...body, active },
            }),
          ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { code: branch?.code ?? '', name: branch?.name ?? '', active: branch?.active ?? true },
  });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    onClose();
  });
  const title = branch === undefined ? t('Add a branch') : t('Change {{name}}', { name: branch.name });
  return (
    <FormDialog title={title} form={form} submission={submission} submitLabel={t('Save')} onClose={onClose}>
      <FormText<Values> name="code" label={t('Code')} required autoFocus />
      <FormText<Values> name="name" label={t('Name')} required />
      {branch && (
        <FormSwitch<Values>
          name="active"
          label={t('Open')}
          help={t('A closed branch keeps what it has and takes nothing new.')}
        />
      )}
    </FormDialog>
  );
}
