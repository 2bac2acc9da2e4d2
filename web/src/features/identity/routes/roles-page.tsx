import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { QueryView } from '@/components/query-view';
import { ScrollTable } from '@/components/scroll-table';
import { Section } from '@/components/section';
import { permissionLabel } from '@/features/identity/permission-labels';
import { PeopleTabs } from '@/features/identity/components/people-tabs';
import { $api } from '@/lib/api/client';

/** Which role may do what, and how far it reaches. */
export function RolesPage() {
  const { t } = useTranslation();
  const query = useQuery($api.queryOptions('get', '/api/roles'));
  return (
    <Page title={t('People')}>
      <PeopleTabs />
      <QueryView query={query} lines={10}>
        {(answer) => {
          const roles = answer.items ?? [];
          const permissions = [...new Set(roles.flatMap((role) => Object.keys(role.permissions ?? {})))].toSorted();
          return (
            <Section title={t('Roles')} flush>
              <ScrollTable label={t('Roles')} maxHeight={680}>
                <Table size="small" stickyHeader>
                  <TableHead>
                    <TableRow>
                      <TableCell>{t('Permission')}</TableCell>
                      {roles.map((role) => (
                        <TableCell key={role.code}>{t(labelOf(role.code))}</TableCell>
                      ))}
                    </TableRow>
                  </TableHead>
                  <TableBody>
                    {permissions.map((permission) => (
                      <TableRow key={permission} hover>
                        <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                          {t(permissionLabel(permission))}
                        </TableCell>
                        {roles.map((role) => {
                          const scope = role.permissions?.[permission];
                          return <TableCell key={role.code}>{scope === undefined ? '–' : t(labelOf(scope))}</TableCell>;
                        })}
                      </TableRow>
                    ))}
                  </TableBody>
                </Table>
              </ScrollTable>
            </Section>
          );
        }}
      </QueryView>
    </Page>
  );
}
