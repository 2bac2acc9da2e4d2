import { zodResolver } from '@hookform/resolvers/zod';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DateText } from '@/components/date-text';
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
import { addDays, formatDate, todayIn } from '@/lib/dates';
import { useProfile, useRegion } from '@/lib/profile';

const shape = z.object({ through: isoDate() });

/** Closes one day or several: what is due becomes due, and the business date moves on. */
export function CloseDayPage() {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const { organization } = useProfile();
  const today = todayIn(organization.timeZone);
  const hasCome = organization.businessDate <= today;
  const [jobId, setJobId] = useState<string>();
  const [asked, setAsked] = useState<string>();
  const [closed, setClosed] = useState<string>();
  const job = useQuery({
    ...$api.queryOptions('get', '/api/jobs/{id}', { params: { path: { id: jobId ?? '' } } }),
    enabled: jobId !== undefined,
  });
  const isRunning = jobId !== undefined && (job.data === undefined || job.data.status === 'RUNNING');
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
    setClosed(values.through);
    setJobId(started.jobId);
    setAsked(undefined);
  });
  const day = (iso: string) => formatDate(iso, locale);
  const done = (last: string | undefined) =>
    last === undefined
      ? t('Done.')
      : t('{{day}} is closed. The business date is {{next}}.', { day: day(last), next: day(addDays(last, 1)) });
  const isOneDay = asked === organization.businessDate;
  return (
    <Page
      title={t('Close of day')}
      subtitle={t('Nobody is locked out while it runs; run twice is the same as run once.')}
    >
      <Box sx={{ maxWidth: 1160, display: 'grid', gap: 2.5 }}>
        <Section title={t('Close the day')}>
          <Stack sx={{ gap: 2.5, pt: 0.5, maxWidth: 720 }}>
            <Facts facts={[[t('Business date'), <DateText key="d" value={organization.businessDate} />]]} />
            {hasCome ? (
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
            )}
            {jobId !== undefined && <JobProgress key={jobId} jobId={jobId} done={done(closed)} />}
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
            <ClosedDays
              isBusy={send.isPending || isRunning}
              onStarted={(id) => {
                setClosed(undefined);
                setJobId(id);
              }}
            />
          </Stack>
        </Section>
      </Box>
    </Page>
  );
}
