import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labelOf } from '@/components/labels';
import { $api, type Schema } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

export type Role = Schema<'Role'>;
type Roles = { readonly roles: readonly Role[]; readonly nameOf: (code: string) => string };

/** The roles of the organization, as far as the caller may see them, and what each is called. */
export function useRoles(): Roles {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/roles'),
    enabled: may('role.view') || may('user.invite'),
  });
  const roles = query.data?.items ?? [];
  return { roles, nameOf: (code) => roles.find((role) => role.code === code)?.name ?? t(labelOf(code)) };
}
