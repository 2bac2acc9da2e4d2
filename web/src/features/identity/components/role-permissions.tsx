import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Facts } from '@/components/facts';
import { FormSelect } from '@/components/form/form-select';
import { Section } from '@/components/section';
import type { Role } from '@/components/use-roles';
import { grouped, permissionHelp, permissionLabel, scopeLabel } from '@/features/identity/permission-labels';
import type { Grantable, RoleValues } from '@/features/identity/role-form';

const GRID = { display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))' };

/** Every permission that a role can have, with how far it is to reach. */
export function PermissionFields({ grantable }: { readonly grantable: Grantable }) {
  const { t } = useTranslation();
  return grouped(Object.keys(grantable)).map((group) => (
    <Section key={group.label} title={t(group.label)}>
      <Box sx={GRID}>
        {group.permissions.map((permission) => {
          const help = permissionHelp(permission);
          return (
            <FormSelect<RoleValues>
              key={permission}
              name={`permissions.${permission}`}
              label={t(permissionLabel(permission))}
              {...(help !== undefined && { help: t(help) })}
              options={[
                { value: '', label: t('Not at all') },
                ...(grantable[permission] ?? []).map((scope) => ({
                  value: scope,
                  label: t(scopeLabel(scope, permission)),
                })),
              ]}
            />
          );
        })}
      </Box>
    </Section>
  ));
}

/** What a role may do, to read. */
export function PermissionFacts({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  return grouped(Object.keys(role.permissions)).map((group) => (
    <Section key={group.label} title={t(group.label)}>
      <Facts
        width={240}
        facts={group.permissions.map((permission) => [
          t(permissionLabel(permission)),
          t(scopeLabel(role.permissions[permission] ?? '', permission)),
        ])}
      />
    </Section>
  ));
}
