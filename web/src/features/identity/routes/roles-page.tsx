import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import type { Role } from '@/components/use-roles';
import { NewRoleDialog } from '@/features/identity/components/new-role-dialog';
import { PeopleTabs } from '@/features/identity/components/people-tabs';
import { RoleKind } from '@/features/identity/components/role-kind';
import { RoleComparison } from '@/features/identity/components/role-comparison';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** Which roles there are: the templates that came with the program, and those that were made after them. */
export function RolesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const pages = usePages('');
  const [model, setModel] = useState<Role>();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/roles'),
    select: ({ items }) => ({ items: items.map((role) => ({ ...role, id: role.code })) }),
  });
  const columns: readonly Column<Role & { id: string }>[] = [
    {
      key: 'name',
      title: t('Name'),
      leads: true,
      isLink: true,
      flex: 1.4,
      show: (each) => <TextLink to={paths.role(each.code)}>{each.name}</TextLink>,
    },
    { key: 'code', title: t('Code'), flex: 1.2, show: (each) => each.code },
    { key: 'kind', title: t('Kind'), width: 140, show: (each) => <RoleKind role={each} /> },
    {
      key: 'permissions',
      title: t('Permissions'),
      width: 130,
      align: 'right',
      show: (each) => Object.keys(each.permissions).length,
    },
    { key: 'used', title: t('In use'), width: 110, show: (each) => (each.used ? t('Yes') : t('No')) },
    ...(may('role.edit')
      ? [
          {
            key: 'copy',
            title: t('Actions'),
            isAction: true,
            width: 170,
            show: (each: Role) =>
              each.staff && (
                <Button
                  size="small"
                  onClick={() => setModel(each)}
                  aria-label={t('Make one like {{name}}', { name: each.name })}
                >
                  {t('Make one like it')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Page title={t('People')}>
      <PeopleTabs />
      <Stack sx={{ gap: 2.5 }}>
        <DataTable
          label={t('Roles')}
          query={query}
          columns={columns}
          pages={pages}
          onOpen={(each) => void navigate(paths.role(each.code))}
          empty={<EmptyState title={t('No role yet')} />}
        />
        {query.data && <RoleComparison roles={query.data.items} />}
      </Stack>
      {model && <NewRoleDialog model={model} onClose={() => setModel(undefined)} />}
    </Page>
  );
}
