import Chip from '@mui/material/Chip';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ExportButtons } from '@/components/export-buttons';
import { FilterBar } from '@/components/filter-bar';
import { FilterDate } from '@/components/filter-date';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { SearchField } from '@/components/search-field';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { Archives } from '@/features/audit/components/archives';
import { EventDialog, type AuditEvent } from '@/features/audit/components/event-dialog';
import { SealedThrough } from '@/features/audit/components/sealed-through';
import { auditFilter } from '@/features/audit/filter';
import { api, read } from '@/lib/api/client';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

/** How often the newest rows are asked for while somebody follows them, in milliseconds. */
const PACE = 2000;

/** Who did what, and when; what was before and after is one click away. */
export function AuditPage() {
  const { t } = useTranslation();
  const { permissions } = useProfile();
  const [get, set] = useQueryState();
  const [opened, setOpened] = useState<AuditEvent>();
  const [follows, setFollows] = useState(false);
  const filter = auditFilter({
    action: get('action'),
    result: get('result'),
    actor: get('actor'),
    subject: get('subject'),
    type: get('type'),
    from: get('from'),
    to: get('to'),
  });
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery({
    queryKey: ['audit', filter, pages.cursor],
    queryFn: () => read(api.GET('/api/audit', { params: { query: { ...filter, cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
    refetchInterval: follows && pages.cursor === undefined ? PACE : false,
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
      <Stack sx={{ gap: 2.5 }}>
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
              <FilterSelect
                label={t('Result')}
                value={get('result')}
                options={[
                  { value: 'DONE', label: t('Done') },
                  { value: 'REFUSED', label: t('Refused') },
                ]}
                onChoose={(result) => set({ result })}
              />
              <FilterDate label={t('From')} value={get('from')} onChoose={(from) => set({ from })} />
              <FilterDate label={t('To')} value={get('to')} onChoose={(to) => set({ to })} />
              {filter.actor && <Chip label={t('By one person')} onDelete={() => set({ actor: undefined })} />}
              {filter.subjectId && (
                <Chip label={t('About one thing')} onDelete={() => set({ subject: undefined, type: undefined })} />
              )}
              <FormControlLabel
                control={<Switch checked={follows} onChange={(event) => setFollows(event.target.checked)} />}
                label={t('Follow')}
              />
            </FilterBar>
          }
          empty={<EmptyState title={t('Nothing in this span')}>{t('Take a filter away to see more.')}</EmptyState>}
        />
        {(permissions?.['audit.view'] === 'ORGANIZATION' || permissions?.['audit.archive'] !== undefined) && (
          <Archives />
        )}
      </Stack>
      {opened && (
        <EventDialog
          event={opened}
          onClose={() => setOpened(undefined)}
          onNarrow={(by) => {
            set(by);
            setOpened(undefined);
          }}
        />
      )}
    </Page>
  );
}
