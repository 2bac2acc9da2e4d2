import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { SearchField } from '@/components/search-field';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { EventDialog, type AuditEvent } from '@/features/audit/components/event-dialog';
import { SealedThrough } from '@/features/audit/components/sealed-through';
import { auditFilter } from '@/features/audit/filter';
import { api, read } from '@/lib/api/client';
import { useQueryState } from '@/lib/use-query-state';

/** Who did what, and when; what was before and after is one click away. */
export function AuditPage() {
  const { t } = useTranslation();
  const [get, set] = useQueryState();
  const [opened, setOpened] = useState<AuditEvent>();
  const filter = auditFilter({ action: get('action'), from: get('from'), to: get('to') });
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery({
    queryKey: ['audit', filter, pages.cursor],
    queryFn: () => read(api.GET('/api/audit', { params: { query: { ...filter, cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<AuditEvent>[] = [
    { key: 'at', title: t('When'), width: 190, show: (each) => <MomentText value={each.at} /> },
    { key: 'actor', title: t('Who'), show: (each) => each.actor?.name ?? '–' },
    { key: 'action', title: t('What'), leads: true, show: (each) => t(labelOf(each.action ?? '')) },
    { key: 'subject', title: t('Of'), flex: 1.4, show: (each) => each.subject?.label ?? each.subject?.id ?? '–' },
    { key: 'reason', title: t('Reason'), show: (each) => each.reason ?? '–' },
    { key: 'result', title: t('Result'), width: 120, show: (each) => <StatusChip status={each.result} /> },
  ];
  return (
    <Page
      title={t('Audit')}
      subtitle={t('Every change and every refused try, newest first. Nothing in here can be changed.')}
    >
      <SealedThrough />
      <DataTable
        label={t('Audit')}
        query={query}
        columns={columns}
        pages={pages}
        onOpen={setOpened}
        toolbar={
          <FilterBar end={<ExportButtons what="audit" query={filter} />}>
            <SearchField
              label={t('Action, like loan.approve')}
              value={get('action')}
              onSearch={(action) => set({ action })}
            />
            <FilterDate label={t('From')} value={get('from')} onChoose={(from) => set({ from })} />
            <FilterDate label={t('To')} value={get('to')} onChoose={(to) => set({ to })} />
          </FilterBar>
        }
        empty={<EmptyState title={t('Nothing in this span')}>{t('Take a filter away to see more.')}</EmptyState>}
      />
      {opened && <EventDialog event={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}
