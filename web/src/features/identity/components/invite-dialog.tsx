import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { email, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useRoles } from '@/components/use-roles';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { NewInvitation } from '@/lib/api/limits';
import { useMay } from '@/lib/profile';

const shape = z.object({
  email: email(NewInvitation.email),
  role: requiredText(),
  branchId: z.string().transform((id) => (id === '' ? undefined : id)),
});
type Values = z.input<typeof shape>;

type Props = { readonly onClose: () => void; readonly onInvited: (invitation: Schema<'Invitation'>) => void };

/** Invites a colleague; the role is decided by the inviter, the password by the colleague. */
export function InviteDialog({ onClose, onInvited }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { roles } = useRoles();
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) => read(api.POST('/api/invitations', { body })),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { email: '', role: 'LOAN_OFFICER', branchId: '' } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => onInvited(await send.mutateAsync(values)));
  return (
    <FormDialog
      title={t('Invite a colleague')}
      form={form}
      submission={submission}
      submitLabel={t('Invite')}
      onClose={onClose}
    >
      <FormText<Values> name="email" label={t('E-mail')} type="email" required autoFocus />
      <FormSelect<Values>
        name="role"
        label={t('Role')}
        options={roles.filter((each) => each.staff).map((each) => ({ value: each.code, label: each.name }))}
      />
      <FormSelect<Values>
        name="branchId"
        label={t('Branch')}
        options={(branches.data?.items ?? [])
          .filter((each) => each.active)
          .map((each) => ({ value: each.id, label: each.name }))}
        help={t('Where the person works. Empty: in your branch, or the main one.')}
      />
    </FormDialog>
  );
}
