import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { useSubmit } from '@/components/form/use-submit';
import type { Role } from '@/components/use-roles';
import { newRoleShape } from '@/features/identity/role-form';
import { api, read } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Values = z.input<typeof newRoleShape>;

/** Makes a role that may do what another one may; what it may do is changed afterwards. */
export function NewRoleDialog({ model, onClose }: { readonly model: Role; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: (body: z.output<typeof newRoleShape>) =>
      read(api.POST('/api/roles', { body: { ...body, copyOf: model.code } })),
  });
  const form = useForm({ resolver: zodResolver(newRoleShape), defaultValues: { name: '', code: '' } });
  const submission = useSubmit(form, async (values) => {
    const made = await send.mutateAsync(values);
    await navigate(paths.role(made.code));
  });
  return (
    <FormDialog
      title={t('Make a role like {{name}}', { name: model.name })}
      form={form}
      submission={submission}
      submitLabel={t('Make the role')}
      onClose={onClose}
    >
      <div>{t('It starts with what {{name}} may do, without what only administrators may.', { name: model.name })}</div>
      <FormText<Values> name="name" label={t('Name')} required autoFocus />
      <FormText<Values> name="code" label={t('Code')} help={t('What scripts call it. Empty: made from the name.')} />
    </FormDialog>
  );
}
