import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { useRoles } from '@/components/use-roles';
import { $api, api, ifMatch, read, type Schema, type Versioned } from '@/lib/api/client';
import { UserChange } from '@/lib/api/limits';
import { useMay } from '@/lib/profile';

export type User = Schema<'User'>;

const shape = z.object({
  name: requiredText(UserChange.name),
  role: z.string(),
  branchId: z.string().transform((id) => (id === '' ? undefined : id)),
  status: z.enum(['ACTIVE', 'DISABLED']),
});
type Values = z.input<typeof shape>;

type Props = { readonly user: Versioned<User>; readonly onClose: () => void };

/** Changes what a colleague may do, or shuts an account; who borrows stays a borrower. */
export function UserDialog({ user: { data: user, etag }, onClose }: Props) {
  const { t } = useTranslation();
  const isStaff = user.role !== 'BORROWER';
  const may = useMay();
  const { roles } = useRoles();
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const save = useMutation({
    mutationFn: ({ role, branchId, ...body }: z.output<typeof shape>) =>
      read(
        api.PATCH('/api/users/{id}', {
          params: { path: { id: user.id }, header: ifMatch(etag) },
          body: isStaff ? { ...body, role, branchId } : body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { name: user.name, role: user.role, branchId: user.branchId ?? '', status: user.status },
  });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    onClose();
  });
  const options = (codes: readonly string[]) => codes.map((value) => ({ value, label: t(labelOf(value)) }));
  return (
    <FormDialog
      title={t('Change {{name}}', { name: user.name })}
      form={form}
      submission={submission}
      submitLabel={t('Save')}
      onClose={onClose}
    >
      <FormText<Values> name="name" label={t('Name')} required autoFocus />
      {isStaff && (
        <>
          <FormSelect<Values>
            name="role"
            label={t('Role')}
            options={roles.filter((each) => each.staff).map((each) => ({ value: each.code, label: each.name }))}
          />
          <FormSelect<Values>
            name="branchId"
            label={t('Branch')}
            options={(branches.data?.items ?? [])
              .filter((each) => each.active || each.id === user.branchId)
              .map((each) => ({ value: each.id, label: each.name }))}
          />
        </>
      )}
      <FormSelect<Values>
        name="status"
        label={t('Status')}
        options={options(['ACTIVE', 'DISABLED'])}
        help={t('A disabled account is signed out everywhere and cannot come in again.')}
      />
    </FormDialog>
  );
}
