import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { BranchDialog, type Branch } from '@/features/organization/components/branch-dialog';
import { SettingsTabs } from '@/features/organization/components/settings-tabs';
import { $api } from '@/lib/api/client';
import { useMay } from '@/lib/profile';

/** Where the house works. */
export function BranchesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [edited, setEdited] = useState<Branch | 'new'>();
  const query = useQuery($api.queryOptions('get', '/api/branches'));
  const pages = usePages('');
  const columns: readonly Column<Branch>[] = [
    { key: 'code', title: t('Code'), width: 140, show: (each) => each.code },
    { key: 'name', title: t('Name'), leads: true, flex: 2, show: (each) => each.name },
    {
      key: 'active',
      title: t('Status'),
      width: 140,
      show: ({ active }) => <StatusChip status={active ? 'OPEN' : 'CLOSED'} tone={active ? 'success' : 'neutral'} />,
    },
    {
      key: 'edit',
      title: t('Actions'),
      isAction: true,
      width: 120,
      show: (each) =>
        may('settings.edit') && (
          <Button size="small" onClick={() => setEdited(each)} aria-label={t('Change {{name}}', { name: each.name })}>
            {t('Change')}
          </Button>
        ),
    },
  ];
  return (
    <Page
      title={t('Settings')}
      actions={
        may('settings.edit') && (
          <Button variant="contained" onClick={() => setEdited('new')}>
            {t('Add a branch')}
          </Button>
        )
      }
    >
      <SettingsTabs />
      <DataTable
        label={t('Branches')}
        query={query}
        columns={columns}
        pages={pages}
        empty={<EmptyState title={t('No branch yet')} />}
      />
      {edited !== undefined && (
        <BranchDialog {...(edited !== 'new' && { branch: edited })} onClose={() => setEdited(undefined)} />
      )}
    </Page>
  );
}
