import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PaceText } from '@/components/pace-text';
import { ProblemAlert } from '@/components/problem-alert';
import { useNumberText } from '@/components/use-number-text';
import { $api, api, read } from '@/lib/api/client';

const ASK_EVERY_MS = 700;

type Props = { readonly jobId: string; readonly done: string; readonly children?: (result: unknown) => ReactNode };

/** A long job as it goes on; it can be stopped, and when it ends, every screen asks again. */
export function JobProgress({ jobId, done: doneText, children }: Props) {
  const { t } = useTranslation();
  const number = useNumberText();
  const queries = useQueryClient();
  const query = useQuery({
    ...$api.queryOptions('get', '/api/jobs/{id}', { params: { path: { id: jobId } } }),
    refetchInterval: (running) =>
      running.state.data === undefined || running.state.data.status === 'RUNNING' ? ASK_EVERY_MS : false,
  });
  const stop = useMutation({
    mutationFn: () => read(api.POST('/api/jobs/{id}/cancel', { params: { path: { id: jobId } } })),
  });
  const status = query.data?.status;
  useEffect(() => {
    if (status !== undefined && status !== 'RUNNING') void queries.invalidateQueries();
  }, [status, queries]);

  const refused: unknown = query.error;
  if (refused !== null) return <ProblemAlert error={refused} />;
  const { done = 0, total = 0, error, stopping = false } = query.data ?? {};
  if (status === 'DONE')
    return (
      <>
        <Alert severity="success">{doneText}</Alert>
        {children?.(query.data?.result)}
      </>
    );
  if (status === 'FAILED')
    return <Alert severity="error">{error ?? t('The job has failed. Nothing was lost; start it again.')}</Alert>;
  if (status === 'CANCELLED') return <Alert severity="warning">{t('The job was cancelled.')}</Alert>;
  return (
    <Box role="status">
      <LinearProgress
        aria-label={t('Progress')}
        {...(total > 0 ? { variant: 'determinate', value: Math.min(100, (100 * done) / total) } : {})}
        sx={{ height: 8, borderRadius: 4 }}
      />
      <Box
        sx={{ mt: 0.75, display: 'flex', alignItems: 'center', gap: 1.5, flexWrap: 'wrap', color: 'text.secondary' }}
      >
        <span>
          {total > 0 ? t('{{done}} of {{total}}', { done: number(done), total: number(total) }) : t('Starting…')}
        </span>
        {query.data && <PaceText of={query.data} />}
        {stopping ? (
          <span>{t('It stops at its next step.')}</span>
        ) : (
          <Button size="small" color="inherit" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t('Stop the job')}
          </Button>
        )}
      </Box>
      <ProblemAlert error={stop.error} />
    </Box>
  );
}
