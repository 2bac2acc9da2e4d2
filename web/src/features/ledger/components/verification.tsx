import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { MomentText } from '@/components/date-text';
import { ProblemAlert } from '@/components/problem-alert';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { useNumberText } from '@/components/use-number-text';
import { $api, api, read, type Schema } from '@/lib/api/client';

const ASK_EVERY_MS = 700;

/** Whether every balance follows from what was recorded, as the last verification found. */
export function Verification() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const options = $api.queryOptions('get', '/api/ledger/verification');
  const query = useQuery({
    ...options,
    refetchInterval: (now) => (now.state.data?.last?.status === 'RUNNING' ? ASK_EVERY_MS : false),
  });
  const start = useMutation({
    mutationFn: () => read(api.POST('/api/ledger/verification')),
    onSuccess: (started) => queries.setQueryData(options.queryKey, started),
  });
  const refused: unknown = start.error;
  return (
    <Section
      title={t('Verification')}
      action={
        <Button
          variant="outlined"
          loading={start.isPending || query.data?.last?.status === 'RUNNING'}
          onClick={() => {
            start.mutate();
          }}
        >
          {t('Verify now')}
        </Button>
      }
    >
      <Stack sx={{ gap: 1.5, pt: 0.5 }}>
        {refused !== null && <ProblemAlert error={refused} />}
        <QueryView query={query} lines={2}>
          {({ last }) =>
            last ? (
              <Outcome last={last} />
            ) : (
              <span>{t('The books have not been verified yet. They are every night.')}</span>
            )
          }
        </QueryView>
      </Stack>
    </Section>
  );
}

function Outcome({ last }: { readonly last: Schema<'Verification'> }) {
  const { t } = useTranslation();
  const number = useNumberText();
  if (last.status === 'RUNNING') return <span role="status">{t('Every balance is derived once more…')}</span>;
  if (!last.verdict)
    return <Alert severity="error">{last.error ?? t('The job has failed. Nothing was lost; start it again.')}</Alert>;
  const { checked, differences, first } = last.verdict;
  const count = (of: string) => number(checked.find(({ records }) => records === of)?.count ?? 0);
  return (
    <>
      <Alert severity={differences === 0 ? 'success' : 'error'}>
        {differences === 0
          ? t(
              'Every balance follows from what was recorded: {{loans}} loans, {{entries}} entries, {{payments}} payments.',
              {
                loans: count('loans'),
                entries: count('entries'),
                payments: count('payments'),
              },
            )
          : t('{{records}} records do not fit. Stop booking and call your administrator.', {
              count: differences,
              records: number(differences),
            })}
      </Alert>
      {first.map(({ record, says, follows }) => (
        <Typography key={record} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          <strong>{record}</strong>: {t('kept {{says}}, derived {{follows}}', { says, follows })}
        </Typography>
      ))}
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        <MomentText value={last.startedAt} /> · {last.startedByName}
        {last.verdict.head && (
          <>
            {' '}
            · {t('head')} <code>{last.verdict.head}</code>
          </>
        )}
      </Typography>
    </>
  );
}
