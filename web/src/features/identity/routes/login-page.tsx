import Button from '@mui/material/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useForm, type ResolverResult } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { FormPage } from '@/components/form/form-page';
import { FormPassword } from '@/components/form/form-password';
import { FormText } from '@/components/form/form-text';
import { useSubmit } from '@/components/form/use-submit';
import { PublicFrame } from '@/components/public-frame';
import { TextLink } from '@/components/text-link';
import { $api, api, read } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import { paths } from '@/lib/paths';
import { signedIn, useSessionState } from '@/lib/session';

type Values = { login: string; password: string };

/** Both are needed and no more is known of them: the rules of the other forms would be a fifth of what this page loads. */
const bothNeeded = ({ login, password }: Values): ResolverResult<Values> => {
  const missing = { type: 'required', message: 'Fill this in.' };
  const errors = { ...(login.trim() === '' && { login: missing }), ...(password === '' && { password: missing }) };
  if (Object.keys(errors).length > 0) return { values: {}, errors };
  return { values: { login: login.trim(), password }, errors: {} };
};

const SecondStep = lazy(async () => ({
  default: (await import('@/features/identity/components/second-step')).SecondStep,
}));

/** The challenge of who has a second factor; every other refusal stays one. */
function challenged(refusal: unknown): string {
  if (refusal instanceof ApiProblem && refusal.challenge !== undefined) return refusal.challenge;
  throw refusal;
}

/** Signs a person in, and goes back to the page where they were. */
export function LoginPage() {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const state = useSessionState();
  const queries = useQueryClient();
  const setup = useQuery($api.queryOptions('get', '/api/setup'));
  const [challenge, setChallenge] = useState<string>();
  const enter = (token: string) => {
    // What an ended session left behind may be somebody else's.
    queries.clear();
    signedIn(token);
  };
  const form = useForm({ resolver: bothNeeded, defaultValues: { login: '', password: '' } });
  const submission = useSubmit(form, async (values) => {
    const answer = await read(api.POST('/api/auth/login', { body: { ...values, cookie: true } })).catch(challenged);
    if (typeof answer === 'string') setChallenge(answer);
    else enter(answer.accessToken);
  });

  const [refusal, setRefusal] = useState<unknown>();
  const byPasskey = async () => {
    setRefusal(undefined);
    try {
      const { signInByPasskey } = await import('@/features/identity/passkey');
      const token = await signInByPasskey();
      if (token !== undefined) enter(token);
    } catch (problem) {
      setRefusal(problem);
    }
  };

  if (state === 'in') return <Navigate to={safeReturn(parameters.get('from'))} replace />;
  if (setup.data?.needed === true) return <Navigate to={paths.setup} replace />;
  if (challenge !== undefined)
    return (
      <Suspense>
        <SecondStep challenge={challenge} onSignedIn={enter} onOver={() => setChallenge(undefined)} />
      </Suspense>
    );
  return (
    <PublicFrame title={t('Sign in')} subtitle={t('With your e-mail, user name or phone.')}>
      <FormPage
        form={form}
        submission={{ ...submission, problem: submission.problem ?? refusal }}
        submitLabel={t('Sign in')}
        wide
      >
        <FormText<Values>
          name="login"
          label={t('E-mail, user name or phone')}
          autoComplete="username"
          autoFocus
          required
        />
        <FormPassword<Values> name="password" label={t('Password')} />
      </FormPage>
      <p>
        <Button onClick={() => void byPasskey()}>{t('Sign in with a passkey')}</Button>
      </p>
      <p>
        <TextLink to={paths.forgotPassword}>{t('Forgotten your password?')}</TextLink>
      </p>
      <p>
        <TextLink to={paths.calculator}>{t('Work out a loan with the calculator')}</TextLink>
      </p>
    </PublicFrame>
  );
}

/** Only our own pages: an address from outside must not send a person elsewhere. */
function safeReturn(from: string | null): string {
  return from !== null && /^\/(?![/\\])/.test(from) ? from : paths.dashboard;
}
