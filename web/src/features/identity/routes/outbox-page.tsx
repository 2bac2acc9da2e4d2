import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '@/components/data-table';
import { MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { Page } from '@/components/page';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { usePages } from '@/components/use-pages';
import { KeptMailDialog } from '@/features/identity/components/kept-mail-dialog';
import { PeopleTabs } from '@/features/identity/components/people-tabs';
import { api, read, type Schema } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';
import { useQueryState } from '@/lib/use-query-state';

type Message = Schema<'OutboxMessage'>;

const STATUSES = ['WAITING', 'SENT', 'FAILED', 'KEPT'] as const;

/** What was mailed, or would have been: without a mail server it is read here and handed over. */
export function OutboxPage() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Message>();
  const [get, set] = useQueryState();
  const status = oneOf(STATUSES, get('status'));
  const pages = usePages(status ?? '');
  const query = useQuery({
    queryKey: ['outbox', status, pages.cursor],
    queryFn: () => read(api.GET('/api/outbox', { params: { query: { status, cursor: pages.cursor, limit: 50 } } })),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<Message>[] = [
    { key: 'at', title: t('When'), width: 190, show: (each) => <MomentText value={each.createdAt} /> },
    { key: 'to', title: t('To'), leads: true, flex: 1.2, show: (each) => each.recipient },
    { key: 'subject', title: t('Subject'), flex: 1.6, show: (each) => each.subject },
    { key: 'status', title: t('Status'), width: 130, show: (each) => <StatusChip status={each.status} /> },
    {
      key: 'read',
      title: t('Actions'),
      isAction: true,
      width: 110,
      show: (each) =>
        each.readable && (
          <Button
            size="small"
            onClick={() => setOpened(each)}
            aria-label={t('Read the mail to {{name}}', { name: each.recipient })}
          >
            {t('Read')}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t('People')}>
      <PeopleTabs />
      <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
        {t(
          'Where no mail server is set up, mail is kept here until it is of no use, to be handed over. What a mail server gets is shown to nobody.',
        )}
      </Alert>
      <DataTable
        label={t('Outbox')}
        query={query}
        columns={columns}
        pages={pages}
        toolbar={
          <FilterBar>
            <FilterSelect
              label={t('Status')}
              value={get('status')}
              options={STATUSES.map((value) => ({ value, label: t(labelOf(value)) }))}
              onChoose={(chosen) => set({ status: chosen })}
            />
          </FilterBar>
        }
        empty={
          <EmptyState title={t('No mail yet')}>{t('Invitations and forgotten passwords go out by mail.')}</EmptyState>
        }
      />
      {opened && <KeptMailDialog message={opened} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}
