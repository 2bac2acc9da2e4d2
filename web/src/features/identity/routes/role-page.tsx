import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { DeleteRoleDialog } from '@/features/identity/components/delete-role-dialog';
import { NewRoleDialog } from '@/features/identity/components/new-role-dialog';
import { RoleEditor } from '@/features/identity/components/role-editor';
import { RoleKind } from '@/features/identity/components/role-kind';
import { PermissionFacts } from '@/features/identity/components/role-permissions';
import { $api, api, readVersioned } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useMay } from '@/lib/profile';

/** One role: what it allows, and how far. A template can be changed, and never deleted. */
export function RolePage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const may = useMay();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'copy' | 'delete'>();
  const query = useQuery({
    queryKey: ['role', code],
    queryFn: () => readVersioned(api.GET('/api/roles/{code}', { params: { path: { code } } })),
  });
  const all = useQuery($api.queryOptions('get', '/api/roles'));
  const role = query.data?.data;
  const grantable = all.data?.grantable;
  const mayEdit = may('role.edit');
  const close = () => setDialog(undefined);

  return (
    <Page
      title={role?.name ?? t('Role')}
      subtitle={
        role && (
          <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
            <span>{role.code}</span>
            <RoleKind role={role} />
            {role.fixed && <span>{t('What it may do stays as it is.')}</span>}
          </Stack>
        )
      }
      actions={
        role &&
        mayEdit && (
          <>
            {role.staff && (
              <Button variant="outlined" onClick={() => setDialog('copy')}>
                {t('Make one like it')}
              </Button>
            )}
            {!role.builtIn && (
              <Button
                variant="outlined"
                color="error"
                disabled={role.used}
                title={role.used ? t('People have or had this role, so it stays.') : ''}
                onClick={() => setDialog('delete')}
              >
                {t('Delete')}
              </Button>
            )}
          </>
        )
      }
    >
      <QueryView query={query}>
        {(shown) =>
          mayEdit && grantable ? (
            <RoleEditor key={`${code} ${shown.etag ?? ''}`} role={shown} grantable={grantable} />
          ) : (
            <Stack sx={{ gap: 2.5 }}>
              <PermissionFacts role={shown.data} />
            </Stack>
          )
        }
      </QueryView>
      {dialog === 'copy' && role && <NewRoleDialog model={role} onClose={close} />}
      {dialog === 'delete' && role && (
        <DeleteRoleDialog role={role} onClose={close} onDeleted={() => void navigate(paths.roles)} />
      )}
    </Page>
  );
}
