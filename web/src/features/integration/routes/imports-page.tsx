import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { Page } from '@/components/page';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { api, read, type Schema } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Import = Schema<'ImportResponse'>;

/** Books that were brought in from elsewhere, and tries of it. */
export function ImportsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const pages = usePages('');
  const query = useQuery({
    queryKey: ['imports', pages.cursor],
    queryFn: () => read(api.GET('/api/imports', { params: { query: { cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Import>[] = [
    {
      key: 'file',
      title: t('File'),
      flex: 1.4,
      leads: true,
      isLink: true,
      show: (each) => <TextLink to={paths.import(each.id)}>{each.fileName}</TextLink>,
    },
    { key: 'source', title: t('From'), show: (each) => each.source },
    { key: 'kind', title: t('Kind'), width: 110, show: (each) => (each.dryRun ? t('Try') : t('For good')) },
    {
      key: 'rows',
      title: t('Imported'),
      width: 110,
      align: 'right',
      show: (each) => each.loans.imported + each.payments.imported,
    },
    {
      key: 'refused',
      title: t('Refused'),
      width: 110,
      align: 'right',
      show: (each) => each.loans.rejected + each.payments.rejected,
    },
    { key: 'at', title: t('Started'), width: 190, show: (each) => <MomentText value={each.startedAt} /> },
    { key: 'by', title: t('By'), show: (each) => each.startedByName },
    { key: 'status', title: t('Status'), width: 130, show: (each) => <StatusChip status={each.status} /> },
  ];
  const start = (
    <Button component={Link} to={paths.newImport} variant="contained">
      {t('New import')}
    </Button>
  );
  return (
    <Page title={t('Imports')} actions={start}>
      <DataTable
        label={t('Imports')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={(each) => void navigate(paths.import(each.id))}
        empty={
          <EmptyState title={t('No import yet')} action={start}>
            {t('Bring borrowers, loans and balances in from a CSV file.')}
          </EmptyState>
        }
      />
    </Page>
  );
}
