import { useState } from 'react';
import { useForm, type ResolverResult } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormPage } from '@/components/form/form-page';
import { FormText } from '@/components/form/form-text';
import { useSubmit } from '@/components/form/use-submit';
import { PublicFrame } from '@/components/public-frame';
import { TextLink } from '@/components/text-link';
import { api } from '@/lib/api/client';
import { paths } from '@/lib/paths';

type Values = { login: string };

const needed = ({ login }: Values): ResolverResult<Values> =>
  login.trim() === ''
    ? { values: {}, errors: { login: { type: 'required', message: 'Fill this in.' } } }
    : { values: { login: login.trim() }, errors: {} };

/** Asks for a mail that sets the password anew; whether there is such an account, nobody is told. */
export function ForgotPasswordPage() {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const form = useForm({ resolver: needed, defaultValues: { login: '' } });
  const submission = useSubmit(form, async (body: Values) => {
    await api.POST('/api/auth/forgotten-password', { body });
    setAsked(true);
  });
  return (
    <PublicFrame title={t('Forgotten password')}>
      {isAsked ? (
        <p role="status">
          {t(
            'If there is such an account, a mail is on its way. It sets the password anew, once, within an hour. Nothing came? Ask your administrator: where no mail server is set up, the mail waits there.',
          )}
        </p>
      ) : (
        <FormPage form={form} submission={submission} submitLabel={t('Send me a mail')} wide>
          <FormText<Values>
            name="login"
            label={t('E-mail, user name or phone')}
            autoComplete="username"
            autoFocus
            required
          />
        </FormPage>
      )}
      <p>
        <TextLink to={paths.resetPassword}>{t('I have a code')}</TextLink>
      </p>
      <p>
        <TextLink to={paths.login}>{t('Back to sign-in')}</TextLink>
      </p>
    </PublicFrame>
  );
}
