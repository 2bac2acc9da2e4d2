import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DateText, MomentText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { FilterBar } from '@/components/filter-bar';
import { FilterSelect } from '@/components/filter-select';
import { labelOf } from '@/components/labels';
import { PaceText } from '@/components/pace-text';
import { Page } from '@/components/page';
import { PageButtons } from '@/components/page-buttons';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { StatusChip } from '@/components/status-chip';
import type { Column } from '@/components/table-column';
import { useNumberText } from '@/components/use-number-text';
import { usePages } from '@/components/use-pages';
import { ClockTasks } from '@/features/organization/components/clock-tasks';
import { JobTable } from '@/features/organization/components/job-table';
import { kindOf, kindOptions, starterOf } from '@/features/organization/job-words';
import { api, read, type Schema } from '@/lib/api/client';
import { oneOf } from '@/lib/one-of';
import { useProfile } from '@/lib/profile';
import { useQueryState } from '@/lib/use-query-state';

type Job = Schema<'Job'>;

const STATUSES = ['RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
const SHOWN = 25;

/** How often jobs are asked for while one of them runs, and while none does, in milliseconds. */
const PACE = 1000;
const PACE_OF_NONE = 10_000;

/** Long work: who began it, how far it is, what went wrong; whoever sees a job may stop it. */
export function JobsPage() {
  const { t } = useTranslation();
  const number = useNumberText();
  const queries = useQueryClient();
  const { permissions } = useProfile();
  const [get, set] = useQueryState();
  const kinds = kindOptions(t);
  const kind = oneOf(
    kinds.map(({ value }) => value),
    get('kind'),
  );
  const status = oneOf(STATUSES, get('status'));
  const filter = { ...(kind && { kind }), ...(status && { status }) };
  const pages = usePages(JSON.stringify(filter));
  const query = useQuery({
    queryKey: ['jobs', filter, pages.cursor],
    queryFn: () => read(api.GET('/api/jobs', { params: { query: { ...filter, cursor: pages.cursor, limit: SHOWN } } })),
    placeholderData: keepPreviousData,
    refetchInterval: (asked) =>
      asked.state.data?.items.some((job) => job.status === 'RUNNING') === true ? PACE : PACE_OF_NONE,
  });
  const stop = useMutation({
    mutationFn: (id: string) => read(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const columns: readonly Column<Job>[] = [
    {
      key: 'kind',
      title: t('Job'),
      leads: true,
      show: (job) => (
        <>
          {kindOf(job.kind, t)}
          {typeof job.through === 'string' && (
            <Box sx={{ color: 'text.secondary', fontWeight: 400 }}>
              {t('through')} <DateText value={job.through} />
            </Box>
          )}
        </>
      ),
    },
    { key: 'who', title: t('Begun by'), show: (job) => starterOf(job, t) },
    { key: 'begun', title: t('Begun'), show: (job) => <MomentText value={job.startedAt} /> },
    { key: 'ended', title: t('Ended'), show: (job) => <MomentText value={job.endedAt} /> },
    {
      key: 'done',
      title: t('Done'),
      align: 'right',
      show: (job) => (
        <>
          {job.total > 0 ? t('{{done}} of {{total}}', { done: number(job.done), total: number(job.total) }) : '–'}
          <Box sx={{ color: 'text.secondary' }}>
            <PaceText of={job} />
          </Box>
        </>
      ),
    },
    {
      key: 'status',
      title: t('Status'),
      width: 180,
      show: (job) => (
        <>
          <StatusChip status={job.stopping ? 'STOPPING' : job.status} />
          {typeof job.error === 'string' && <Box sx={{ mt: 0.5 }}>{job.error}</Box>}
        </>
      ),
    },
    {
      key: 'stop',
      title: t('Actions'),
      isAction: true,
      show: (job) =>
        job.status === 'RUNNING' &&
        !job.stopping && (
          <Button
            size="small"
            loading={stop.isPending && stop.variables === job.id}
            onClick={() => stop.mutate(job.id)}
            aria-label={t('Stop {{what}}', { what: kindOf(job.kind, t) })}
          >
            {t('Stop')}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t('Jobs')} subtitle={t('Long work, newest first. What a job did stays done when it is stopped.')}>
      <Stack sx={{ gap: 2 }}>
        <ProblemAlert error={stop.error} />
        <Card>
          <Box sx={{ p: 2, borderBottom: 1, borderColor: 'divider' }}>
            <FilterBar>
              <FilterSelect
                label={t('Job')}
                value={kind ?? ''}
                options={kinds}
                onChoose={(chosen) => set({ kind: chosen })}
              />
              <FilterSelect
                label={t('Status')}
                value={status ?? ''}
                options={STATUSES.map((value) => ({ value, label: t(labelOf(value)) }))}
                onChoose={(chosen) => set({ status: chosen })}
              />
            </FilterBar>
          </Box>
          <QueryView query={query} lines={6}>
            {({ items, next }) => (
              <>
                {items.length === 0 ? (
                  <EmptyState title={t('No jobs')}>
                    {t('Closes of days, imports and verifications stand here while they run and after.')}
                  </EmptyState>
                ) : (
                  <JobTable label={t('Jobs')} items={items} columns={columns} />
                )}
                <PageButtons pages={pages} next={next} count={items.length} />
              </>
            )}
          </QueryView>
        </Card>
        {permissions?.['job.view'] === 'ORGANIZATION' && <ClockTasks />}
      </Stack>
    </Page>
  );
}
