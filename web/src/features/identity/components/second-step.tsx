import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useForm, type ResolverResult } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormPage } from '@/components/form/form-page';
import { useSubmit } from '@/components/form/use-submit';
import { PublicFrame } from '@/components/public-frame';
import { CodeField } from '@/features/identity/components/code-field';
import { PasskeyButton } from '@/features/identity/components/passkey-button';
import { signInByPasskey } from '@/features/identity/passkey';
import { api, read } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';

type Values = { code: string };
type Props = {
  readonly challenge: string;
  readonly onSignedIn: (accessToken: string) => void;
  readonly onOver: () => void;
};

const needed = ({ code }: Values): ResolverResult<Values> =>
  code.trim() === ''
    ? { values: {}, errors: { code: { type: 'required', message: 'Fill this in.' } } }
    : { values: { code: code.trim() }, errors: {} };

/** The second step of signing in: a code of the app, or one from paper. */
export function SecondStep({ challenge, onSignedIn, onOver }: Props) {
  const { t } = useTranslation();
  const form = useForm({ resolver: needed, defaultValues: { code: '' } });
  const submission = useSubmit(form, async ({ code }: Values) => {
    try {
      const answer = await read(api.POST('/api/auth/second-factor', { body: { challenge, code, cookie: true } }));
      onSignedIn(answer.accessToken);
    } catch (refusal) {
      if (refusal instanceof ApiProblem && refusal.code === 'sign-in-over') onOver();
      form.resetField('code');
      throw refusal;
    }
  });
  const byPasskey = async () => {
    const token = await signInByPasskey();
    if (token !== undefined) onSignedIn(token);
  };
  return (
    <PublicFrame title={t('Second step')} subtitle={t('Your password is right. Now a code, or a passkey.')}>
      <FormPage form={form} submission={submission} submitLabel={t('Sign in')} wide>
        <CodeField<Values> name="code" />
      </FormPage>
      <Box sx={{ mt: 2 }}>
        <PasskeyButton label={t('Use a passkey instead')} show={byPasskey} />
      </Box>
      <p>
        <Button size="small" color="inherit" onClick={onOver}>
          {t('Start again')}
        </Button>
      </p>
    </PublicFrame>
  );
}
