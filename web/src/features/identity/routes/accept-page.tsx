import { zodResolver } from '@hookform/resolvers/zod';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormPassword } from '@/components/form/form-password';
import { PasswordStrength } from '@/components/form/password-strength';
import { FormText } from '@/components/form/form-text';
import { newPassword, optionalText, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { useNotice } from '@/components/notice';
import { PublicFrame } from '@/components/public-frame';
import { QueryView } from '@/components/query-view';
import { TextLink } from '@/components/text-link';
import { $api, api, read, type Schema } from '@/lib/api/client';
import { AcceptInvitation } from '@/lib/api/limits';
import { paths } from '@/lib/paths';

/** Makes the account of somebody who was invited. */
export function AcceptPage() {
  const { t } = useTranslation();
  const [parameters] = useSearchParams();
  const token = parameters.get('token') ?? '';
  const invitation = useQuery($api.queryOptions('get', '/api/invitations/open', { params: { query: { token } } }));

  return (
    <PublicFrame title={invitation.data?.role === 'BORROWER' ? t('Make your account') : t('Join your colleagues')}>
      <QueryView query={invitation} lines={3}>
        {(open) => (
          <>
            <p>
              {open.role === 'BORROWER'
                ? t('You were invited with the address {{email}}.', { email: open.email })
                : t('You were invited as {{role}} with the address {{email}}.', {
                    role: t(labelOf(open.role)),
                    email: open.email,
                  })}
            </p>
            <AcceptForm token={token} name={open.name} />
          </>
        )}
      </QueryView>
      {invitation.isError && (
        <Box sx={{ mt: 2 }}>
          {t('Do you have an account already?')} <TextLink to={paths.login}>{t('Sign in')}</TextLink>
        </Box>
      )}
    </PublicFrame>
  );
}

const shape = (isKnown: boolean) =>
  z.object({
    name: isKnown ? optionalText(AcceptInvitation.name) : requiredText(AcceptInvitation.name),
    username: optionalText(AcceptInvitation.username, 'At least 3 letters, digits, dots, dashes or underscores.'),
    password: newPassword(),
  });
type Values = z.input<ReturnType<typeof shape>>;

type Props = {
  readonly token: string;
  /** What the lender calls the borrower who was invited; of colleagues nobody knows it. */
  readonly name: Schema<'OpenInvitation'>['name'];
};

function AcceptForm({ token, name }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotice();
  const isKnown = name != null;
  const form = useForm({
    resolver: zodResolver(shape(isKnown)),
    defaultValues: { name: '', username: '', password: '' },
  });
  const submission = useSubmit(form, async (values) => {
    await read(api.POST('/api/invitations/accept', { body: { token, ...values } }));
    notify(t('Your account is ready. Sign in with it.'));
    await navigate(paths.login);
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Make my account')} wide>
      {isKnown ? (
        <Box>
          {t('Your name')}: <strong>{name}</strong>
        </Box>
      ) : (
        <FormText<Values> name="name" label={t('Your name')} autoComplete="name" required autoFocus />
      )}
      <FormText<Values>
        name="username"
        label={t('User name')}
        autoComplete="username"
        autoFocus={isKnown}
        help={t('If you like to sign in with something shorter than the e-mail address.')}
      />
      <FormPassword<Values> name="password" label={t('Password')} isNew />
      <PasswordStrength<Values> name="password" />
    </FormPage>
  );
}
