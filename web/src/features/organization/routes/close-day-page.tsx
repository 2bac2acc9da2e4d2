import { zodResolver } from '@hookform/resolvers/zod';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { DateText, MomentText } from '@/components/date-text';
import { Facts } from '@/components/facts';
import { FormDialog } from '@/components/form/form-dialog';
import { FormPage } from '@/components/form/form-page';
import { FormText } from '@/components/form/form-text';
import { isoDate } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { JobProgress } from '@/components/job-progress';
import { Page } from '@/components/page';
import { Section } from '@/components/section';
import { $api, api, read } from '@/lib/api/client';
import { ClosedDays } from '@/features/organization/components/closed-days';
import { starterOf } from '@/features/organization/job-words';
import { addDays, formatDate, todayIn } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { useProfile, useRegion } from '@/lib/profile';

const shape = z.object({ through: isoDate() });

/** How often a close is looked for that somebody else began, in milliseconds. */
const LOOK_EVERY_MS = 5000;

/** Closes one day or several: what is due becomes due, and the business date moves on. */
export function CloseDayPage() {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const { organization } = useProfile();
  const today = todayIn(organization.timeZone);
  const hasCome = organization.businessDate <= today;
  const [jobId, setJobId] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const newest = useQuery({
    queryKey: ['jobs', 'newest close'],
    queryFn: () => read(api.GET('/api/jobs', { params: { query: { kind: 'close-day', limit: 1 } } })),
    refetchInterval: LOOK_EVERY_MS,
  });
  const found = newest.data?.items[0];
  if (found?.status === 'RUNNING' && found.id !== jobId) setJobId(found.id);
  const job = useQuery({
    ...$api.queryOptions('get', '/api/jobs/{id}', { params: { path: { id: jobId ?? '' } } }),
    enabled: jobId !== undefined,
  });
  const isRunning = jobId !== undefined && (job.data === undefined || job.data.status === 'RUNNING');
  const isKnown = newest.data !== undefined || newest.isError;
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) => read(api.POST('/api/business-date/close', { body })),
  });
  const form = useForm({ resolver: zodResolver(shape), values: { through: organization.businessDate } });
  const question = useSubmit(form, ({ through }) => {
    setAsked(through);
    return Promise.resolve();
  });
  const submission = useSubmit(form, async (values) => {
    const started = await send.mutateAsync(values);
    setJobId(started.jobId);
    setAsked(undefined);
  });
  const day = (iso: string) => formatDate(iso, locale);
  const done = (last: string | null | undefined) =>
    typeof last !== 'string'
      ? t('Done.')
      : t('{{day}} is closed. The business date is {{next}}.', { day: day(last), next: day(addDays(last, 1)) });
  const isOneDay = asked === organization.businessDate;
  return (
    <Page
      title={t('Close of day')}
      subtitle={t('Nobody is locked out while it runs; run twice is the same as run once.')}
      actions={
        <Button component={Link} to={paths.jobs}>
          {t('Jobs')}
        </Button>
      }
    >
      <Box sx={{ maxWidth: 1160, display: 'grid', gap: 2.5 }}>
        <Section title={t('Close the day')}>
          <Stack sx={{ gap: 2.5, pt: 0.5, maxWidth: 720 }}>
            <Facts facts={[[t('Business date'), <DateText key="d" value={organization.businessDate} />]]} />
            {!isRunning &&
              (hasCome ? (
                <FormPage form={form} submission={question} submitLabel={t('Close')}>
                  <FormText<z.input<typeof shape>>
                    name="through"
                    label={t('Close through')}
                    type="date"
                    min={organization.businessDate}
                    max={today}
                    help={t('Today at the latest. The business date becomes the day after.')}
                    required
                  />
                </FormPage>
              ) : (
                <Alert severity="info" variant="outlined">
                  {t('Every day that is over is closed. The business date can be closed once it has come.')}
                </Alert>
              ))}
            {isRunning && job.data && (
              <Box>
                {t('Begun by {{name}}', { name: starterOf(job.data, t) })}, <MomentText value={job.data.startedAt} />
              </Box>
            )}
            {jobId !== undefined && <JobProgress key={jobId} jobId={jobId} done={done(job.data?.through)} />}
            {asked !== undefined && (
              <FormDialog
                title={
                  isOneDay
                    ? t('Close {{day}}?', { day: day(asked) })
                    : t('Close {{first}} to {{last}}?', { first: day(organization.businessDate), last: day(asked) })
                }
                form={form}
                submission={submission}
                submitLabel={t('Close it')}
                onClose={() => setAsked(undefined)}
              >
                <div>{t('The business date becomes {{day}}, for everybody.', { day: day(addDays(asked, 1)) })}</div>
              </FormDialog>
            )}
          </Stack>
        </Section>
        <Section title={t('Closed days')}>
          <Stack sx={{ gap: 2 }}>
            <ClosedDays isBusy={!isKnown || send.isPending || isRunning} onStarted={setJobId} />
          </Stack>
        </Section>
      </Box>
    </Page>
  );
}
