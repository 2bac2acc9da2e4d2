import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormPassword } from '@/components/form/form-password';
import { PasswordStrength } from '@/components/form/password-strength';
import { FormText } from '@/components/form/form-text';
import { newPassword, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { PublicFrame } from '@/components/public-frame';
import { TextLink } from '@/components/text-link';
import { api, read } from '@/lib/api/client';
import { ResetPassword } from '@/lib/api/limits';
import { paths } from '@/lib/paths';

const shape = z.object({ token: requiredText(ResetPassword.token), password: newPassword() });
type Values = z.input<typeof shape>;

/** The token of a link stands behind the #, which no server sees. */
const tokenOf = (hash: string) => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';

/** Sets a forgotten password anew, by the link or the code of a mail. */
export function ResetPasswordPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotice();
  const [linked] = useState(() => tokenOf(globalThis.location.hash));
  useEffect(() => {
    // What is used must not stay in the address bar, nor among the pages that the browser remembers.
    if (linked !== '') history.replaceState(history.state, '', globalThis.location.pathname);
  }, [linked]);
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { token: linked, password: '' } });
  const submission = useSubmit(form, async (body) => {
    await read(api.POST('/api/auth/reset-password', { body }));
    notify(t('Your password is changed. Sign in with it.'));
    await navigate(paths.login);
  });
  return (
    <PublicFrame title={t('New password')} subtitle={t('You are signed out everywhere with it.')}>
      <FormPage form={form} submission={submission} submitLabel={t('Set the password')} wide>
        {linked === '' && (
          <FormText<Values> name="token" label={t('Code from the mail')} autoComplete="off" autoFocus required />
        )}
        <FormPassword<Values> name="password" label={t('New password')} isNew autoFocus={linked !== ''} />
        <PasswordStrength<Values> name="password" />
      </FormPage>
      <p>
        <TextLink to={paths.forgotPassword}>{t('Ask for another mail')}</TextLink>
      </p>
      <p>
        <TextLink to={paths.login}>{t('Back to sign-in')}</TextLink>
      </p>
    </PublicFrame>
  );
}
