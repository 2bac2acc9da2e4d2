import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormSwitch } from '@/components/form/form-switch';
import { FormText } from '@/components/form/form-text';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import type { Role } from '@/components/use-roles';
import { LimitFields } from '@/features/identity/components/role-limits';
import { PermissionFacts, PermissionFields } from '@/features/identity/components/role-permissions';
import {
  grantsOf,
  limitsOf,
  roleShape,
  roleValues,
  type Grantable,
  type RoleValues,
} from '@/features/identity/role-form';
import { api, ifMatch, read, type Versioned } from '@/lib/api/client';
import { useProfile } from '@/lib/profile';

type Props = { readonly role: Versioned<Role>; readonly grantable: Grantable };

/** Changes a role's name and what it allows, for everybody who has it. */
export function RoleEditor({ role: { data: role, etag }, grantable }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const { currency } = useProfile().organization;
  const save = useMutation({
    mutationFn: ({ name, secondFactor, permissions, limits }: z.output<typeof roleShape>) =>
      read(
        api.PATCH('/api/roles/{code}', {
          params: { path: { code: role.code }, header: ifMatch(etag) },
          body: {
            name,
            secondFactor,
            ...(!role.fixed && {
              permissions: grantsOf(permissions),
              limits: limitsOf(role, limits, currency),
            }),
          },
        }),
      ),
  });
  const form = useForm({ resolver: zodResolver(roleShape), defaultValues: roleValues(role, grantable, currency) });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved. It counts for everybody who has the role, from the next click on.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      <Box sx={{ maxWidth: 420, display: 'grid', gap: 1.5 }}>
        <FormText<RoleValues> name="name" label={t('Name')} required />
        <FormSwitch<RoleValues>
          name="secondFactor"
          label={t('Needs a second factor')}
          help={t('Who has none sets it up with the next click, and may do nothing before.')}
        />
      </Box>
      {role.fixed ? (
        <PermissionFacts role={role} />
      ) : (
        <>
          <PermissionFields grantable={grantable} />
          <LimitFields role={role} currency={currency} />
        </>
      )}
    </FormPage>
  );
}
