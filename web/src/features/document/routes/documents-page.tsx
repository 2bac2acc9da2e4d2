import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { Page } from '@/components/page';
import type { Column } from '@/components/table-column';
import { TextLink } from '@/components/text-link';
import { usePages } from '@/components/use-pages';
import { DocumentChip } from '@/features/document/components/document-chip';
import { DocumentDialog } from '@/features/document/components/document-dialog';
import { KIND_LABELS } from '@/features/document/kinds';
import { api, read, type Schema } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';
import { paths } from '@/lib/paths';
import { useQueryState } from '@/lib/use-query-state';

type Paper = Schema<'Document'> & { readonly borrowerName: string };

const STATUSES = ['WAITING', 'VERIFIED', 'REFUSED', 'REPLACED'] as const;
const DAYS = 30;

/** The papers of all borrowers: what waits to be verified, and what holds for some days only. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const [opened, setOpened] = useState<string>();
  const shown = oneOf(['EXPIRING', ...STATUSES] as const, get('show')) ?? 'WAITING';
  const filter = shown === 'EXPIRING' ? { expiresWithin: DAYS } : { status: shown };
  const pages = usePages(shown);
  const query = useQuery({
    queryKey: ['documents', shown, pages.cursor],
    queryFn: async () => {
      const page = await read(
        api.GET('/api/documents', {
          params: { query: { ...filter, limit: 50, ...(pages.cursor !== undefined && { cursor: pages.cursor }) } },
        }),
      );
      return { ...page, items: page.items.map(({ document, borrowerName }) => ({ ...document, borrowerName })) };
    },
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Paper>[] = [
    {
      key: 'borrower',
      title: t('Borrower'),
      leads: true,
      flex: 1.2,
      show: (each) => <TextLink to={paths.borrower(each.borrowerId)}>{each.borrowerName}</TextLink>,
    },
    { key: 'kind', title: t('What it is'), flex: 1, show: (each) => t(KIND_LABELS[each.kind]) },
    { key: 'number', title: t('Number'), flex: 0.8, show: (each) => each.number },
    { key: 'filed', title: t('Filed by'), flex: 1, show: (each) => each.uploadedBy },
    {
      key: 'expires',
      title: t('Holds until'),
      width: 140,
      show: (each) => each.expiresOn && <DateText value={each.expiresOn} />,
    },
    { key: 'status', title: t('Status'), width: 140, show: (each) => <DocumentChip document={each} /> },
  ];
  const document = query.data?.items.find(({ id }) => id === opened);
  return (
    <Page title={t('Documents')}>
      <DataTable
        label={t('Documents')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={(each) => setOpened(each.id)}
        toolbar={
          <FilterBar>
            <FilterSelect
              label={t('Show')}
              value={shown === 'WAITING' ? '' : shown}
              usual={t('Waiting to be verified')}
              options={[
                { value: 'EXPIRING', label: t('Expiring in 30 days') },
                { value: 'VERIFIED', label: t('Verified') },
                { value: 'REFUSED', label: t('Refused') },
                { value: 'REPLACED', label: t('Replaced') },
              ]}
              onChoose={(show) => set({ show })}
            />
          </FilterBar>
        }
        empty={
          <EmptyState title={shown === 'EXPIRING' ? t('Nothing expires in 30 days') : t('No document is like that')} />
        }
      />
      {document && <DocumentDialog document={document} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}
