import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotice } from '@/components/notice';
import { QueryView } from '@/components/query-view';
import { Section } from '@/components/section';
import { StatusChip } from '@/components/status-chip';
import { BeginFactorDialog } from '@/features/identity/components/begin-factor-dialog';
import { CodeDialog } from '@/features/identity/components/code-dialog';
import { EnrolmentPicture } from '@/features/identity/components/enrolment-picture';
import { RecoveryCodes } from '@/features/identity/components/recovery-codes';
import { $api, api, read, type Schema } from '@/lib/api/client';

type Factor = Schema<'SecondFactor'>;
type Step =
  | { readonly is: 'begin' | 'off' | 'renew' }
  | { readonly is: 'confirm'; readonly enrolment: Schema<'SecondFactorEnrolment'> };

/** A passkey is a second factor too. */
const isAskedFor = ({ on, passkeys }: Factor) => on || passkeys > 0;

/** One's own second factor: setting it up, recovery codes, taking it away. */
export function SecondFactor({ onKept }: { readonly onKept?: () => void }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const queries = useQueryClient();
  const query = useQuery($api.queryOptions('get', '/api/profile/second-factor'));
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => setStep(undefined);
  const shown = (found: readonly string[]) => {
    close();
    setCodes(found);
  };
  const kept = () => {
    setCodes(undefined);
    void queries.invalidateQueries().then(onKept);
  };
  const confirm = async (code: string) =>
    shown((await read(api.POST('/api/profile/second-factor/confirm', { body: { code } }))).recoveryCodes);
  const renew = async (code: string) =>
    shown((await read(api.POST('/api/profile/second-factor/recovery-codes', { body: { code } }))).recoveryCodes);
  const turnOff = async (code: string) => {
    await api.POST('/api/profile/second-factor/off', { body: { code } });
    close();
    notify(
      query.data?.passkeys
        ? t('The app is not asked any more. Your passkey still is.')
        : t('Your password is enough to sign in now.'),
    );
    void queries.invalidateQueries();
  };
  const wordsOf = ({ on, passkeys, recoveryCodes: left }: Factor) => {
    if (on && passkeys > 0)
      return t('A password is followed by your passkey or a code of your app. Recovery codes left: {{left}}.', {
        left,
      });
    if (on) return t('Sign-in asks for a code of your app. Recovery codes left: {{left}}.', { left });
    if (passkeys > 0)
      return t('Your passkey is one: a password alone does not sign in. Recovery codes left: {{left}}.', { left });
    return t('With a second factor, somebody who knows your password does not get in.');
  };

  return (
    <Section title={t('Second factor')}>
      {codes !== undefined ? (
        <RecoveryCodes codes={codes} onKept={kept} />
      ) : (
        <QueryView query={query} lines={2}>
          {(factor) => (
            <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
              <StatusChip status={isAskedFor(factor) ? 'ON' : 'OFF'} />
              <span>{wordsOf(factor)}</span>
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
                {!factor.on && (
                  <Button
                    variant={factor.passkeys > 0 ? 'outlined' : 'contained'}
                    onClick={() => setStep({ is: 'begin' })}
                  >
                    {factor.passkeys > 0 ? t('Add an app') : t('Set it up')}
                  </Button>
                )}
                {isAskedFor(factor) && (
                  <Button variant="outlined" onClick={() => setStep({ is: 'renew' })}>
                    {t('New recovery codes')}
                  </Button>
                )}
                {factor.on && (!factor.required || factor.passkeys > 0) && (
                  <Button variant="outlined" color="error" onClick={() => setStep({ is: 'off' })}>
                    {factor.passkeys > 0 ? t('Remove the app') : t('Turn it off')}
                  </Button>
                )}
              </Stack>
            </Stack>
          )}
        </QueryView>
      )}
      {step?.is === 'begin' && (
        <BeginFactorDialog onClose={close} onBegun={(enrolment) => setStep({ is: 'confirm', enrolment })} />
      )}
      {step?.is === 'confirm' && (
        <CodeDialog
          title={t('Set up a second factor')}
          submitLabel={t('Turn it on')}
          send={confirm}
          onClose={close}
          isPaperToo={false}
        >
          <EnrolmentPicture enrolment={step.enrolment} />
        </CodeDialog>
      )}
      {step?.is === 'renew' && (
        <CodeDialog title={t('New recovery codes')} submitLabel={t('Make them')} send={renew} onClose={close}>
          {t('Those of before do not work any more.')}
        </CodeDialog>
      )}
      {step?.is === 'off' && (
        <CodeDialog
          title={query.data?.passkeys ? t('Remove the app') : t('Turn the second factor off')}
          submitLabel={query.data?.passkeys ? t('Remove it') : t('Turn it off')}
          send={turnOff}
          onClose={close}
          danger
        />
      )}
    </Section>
  );
}
