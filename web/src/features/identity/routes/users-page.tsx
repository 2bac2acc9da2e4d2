import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { useNotice } from '@/components/notice';
import { Page } from '@/components/page';
import { useProblemText } from '@/components/problem-text';
import { SearchField } from '@/components/search-field';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { useRoles } from '@/components/use-roles';
import { PeopleTabs } from '@/features/identity/components/people-tabs';
import { UserSessionsDialog } from '@/features/identity/components/user-sessions-dialog';
import { UserDialog, type User } from '@/features/identity/components/user-dialog';
import { $api, api, read, readVersioned, type Versioned } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';
import { useMay } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

const STATUSES = ['ACTIVE', 'DISABLED'] as const;
const WHO = ['staff', 'borrowers'] as const;

/** Who may sign in, and as what. */
export function UsersPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [get, set] = useQueryState();
  const notify = useNotice();
  const words = useProblemText();
  const [edited, setEdited] = useState<Versioned<User>>();
  const [watched, setWatched] = useState<User>();
  const { roles, nameOf } = useRoles();
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const branchName = (id: string | null | undefined) => branches.data?.items?.find((each) => each.id === id)?.name;
  const edit = (id: string) =>
    readVersioned(api.GET('/api/users/{id}', { params: { path: { id } } }))
      .then(setEdited)
      .catch((error: unknown) => notify(words(error), 'error'));
  const who = oneOf(WHO, get('who'));
  const filter = {
    search: get('search') || undefined,
    role: get('role') || undefined,
    status: oneOf(STATUSES, get('status')),
    staff: who === undefined ? undefined : who === 'staff',
  };
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery({
    queryKey: ['users', filter, pages.cursor],
    queryFn: () => read(api.GET('/api/users', { params: { query: { ...filter, cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const options = (codes: readonly string[]) => codes.map((value) => ({ value, label: t(labelOf(value)) }));
  const columns: readonly Column<User>[] = [
    { key: 'name', title: t('Name'), leads: true, flex: 1.3, show: (each) => each.name },
    { key: 'email', title: t('Sign-in'), flex: 1.3, show: (each) => each.email ?? each.username ?? '–' },
    { key: 'role', title: t('Role'), width: 150, show: (each) => nameOf(each.role) },
    { key: 'branch', title: t('Branch'), width: 140, show: (each) => branchName(each.branchId) ?? '–' },
    { key: 'last', title: t('Last seen'), width: 180, show: (each) => <MomentText value={each.lastSignInAt} /> },
    { key: 'status', title: t('Status'), width: 120, show: (each) => <StatusChip status={each.status} /> },
    ...(may('user.invite')
      ? [
          {
            key: 'edit',
            title: t('Actions'),
            isAction: true,
            width: 190,
            show: (each: User) => (
              <Stack direction="row" sx={{ alignItems: 'center', height: '100%' }}>
                <Button
                  size="small"
                  onClick={() => void edit(each.id)}
                  aria-label={t('Change {{name}}', { name: each.name })}
                >
                  {t('Change')}
                </Button>
                <Button
                  size="small"
                  onClick={() => setWatched(each)}
                  aria-label={t('Where {{name}} is signed in', { name: each.name })}
                >
                  {t('Devices')}
                </Button>
              </Stack>
            ),
          },
        ]
      : []),
  ];
  return (
    <Page title={t('People')}>
      <PeopleTabs />
      <DataTable
        label={t('Users')}
        query={query}
        columns={columns}
        pages={pages}
        toolbar={
          <FilterBar>
            <SearchField label={t('Name or e-mail')} value={get('search')} onSearch={(text) => set({ search: text })} />
            <FilterSelect
              label={t('Who')}
              value={get('who')}
              options={[
                { value: 'staff', label: t('Staff') },
                { value: 'borrowers', label: t('Borrowers') },
              ]}
              onChoose={(chosen) => set({ who: chosen })}
            />
            <FilterSelect
              label={t('Role')}
              value={get('role')}
              options={roles.map((each) => ({ value: each.code, label: each.name }))}
              onChoose={(role) => set({ role })}
            />
            <FilterSelect
              label={t('Status')}
              value={get('status')}
              options={options(STATUSES)}
              onChoose={(status) => set({ status })}
            />
          </FilterBar>
        }
        empty={<EmptyState title={t('Nobody fits')}>{t('Colleagues come by invitation.')}</EmptyState>}
      />
      {watched && <UserSessionsDialog user={watched} onClose={() => setWatched(undefined)} />}
      {edited && <UserDialog user={edited} onClose={() => setEdited(undefined)} />}
    </Page>
  );
}
