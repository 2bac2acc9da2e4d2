import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import { ScrollTable } from '@/components/scroll-table';
import { Section } from '@/components/section';
import type { Role } from '@/components/use-roles';
import { grouped, permissionLabel, scopeLabel } from '@/features/identity/permission-labels';

/** All roles side by side: which may do what, and how far it reaches. */
export function RoleComparison({ roles }: { readonly roles: readonly Role[] }) {
  const { t } = useTranslation();
  const permissions = [...new Set(roles.flatMap((role) => Object.keys(role.permissions)))].toSorted();
  return (
    <Section title={t('Side by side')} flush>
      <ScrollTable label={t('What each role may do')} maxHeight={680}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{t('Permission')}</TableCell>
              {roles.map((role) => (
                <TableCell key={role.code}>{role.name}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {grouped(permissions)
              .flatMap((group) => group.permissions)
              .map((permission) => (
                <TableRow key={permission} hover>
                  <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                    {t(permissionLabel(permission))}
                  </TableCell>
                  {roles.map((role) => {
                    const scope = role.permissions[permission];
                    return (
                      <TableCell key={role.code}>
                        {scope === undefined ? '–' : t(scopeLabel(scope, permission))}
                      </TableCell>
                    );
                  })}
                </TableRow>
              ))}
          </TableBody>
        </Table>
      </ScrollTable>
    </Section>
  );
}
