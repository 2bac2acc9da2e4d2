import { zodResolver } from '@hookform/resolvers/zod';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormPassword } from '@/components/form/form-password';
import { PasswordStrength } from '@/components/form/password-strength';
import { FormText } from '@/components/form/form-text';
import { currencyCode, email, newPassword, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { PublicFrame } from '@/components/public-frame';
import { RegistrationChoice, registrationChoice } from '@/features/organization/components/registration-choice';
import { $api, api, read } from '@/lib/api/client';
import { NewAdministrator, NewOrganization, SetUp } from '@/lib/api/limits';
import { paths } from '@/lib/paths';
import { signedIn } from '@/lib/session';
import { currenciesOfTheWorld, timeZonesOfTheWorld } from '@/lib/world';

const shape = z.object({
  code: requiredText(SetUp.code),
  organization: z.object({
    name: requiredText(NewOrganization.name),
    currency: currencyCode(),
    timeZone: requiredText(NewOrganization.timeZone),
    branch: requiredText(NewOrganization.branch),
    registration: registrationChoice,
  }),
  administrator: z.object({
    name: requiredText(NewAdministrator.name),
    email: email(NewAdministrator.email),
    password: newPassword(),
  }),
});
type Values = z.input<typeof shape>;

const CURRENCIES = currenciesOfTheWorld();
const TIME_ZONES = timeZonesOfTheWorld();

/** The first visit: who lends, in what, and who looks after the program. */
export function SetupPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const setup = useQuery($api.queryOptions('get', '/api/setup'));
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      code: '',
      organization: {
        name: '',
        currency: '',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        branch: 'Main',
        registration: 'OPEN' as const,
      },
      administrator: { name: '', email: '', password: '' },
    },
  });
  const submission = useSubmit(form, async (values) => {
    await read(
      api.POST('/api/setup', {
        body: { ...values, organization: { ...values.organization, locale: navigator.language } },
      }),
    );
    const answer = await read(
      api.POST('/api/auth/login', {
        body: { login: values.administrator.email, password: values.administrator.password, cookie: true },
      }),
    );
    signedIn(answer.accessToken);
    await navigate(paths.dashboard);
  });

  if (setup.data?.needed === false && !submission.busy) return <Navigate to={paths.dashboard} replace />;
  return (
    <PublicFrame
      title={t('Set up Loanwright')}
      subtitle={t('Two minutes, once. Everything but the currency can be changed later.')}
    >
      <FormPage form={form} submission={submission} submitLabel={t('Start lending')} wide>
        <FormText<Values>
          name="code"
          label={t('Set-up code')}
          help={t('Printed where the program was started.')}
          required
          autoFocus
        />
        <FormText<Values> name="organization.name" label={t('Name of your organization')} required />
        <FormText<Values>
          name="organization.currency"
          label={t('Currency')}
          help={t('Three letters, like EUR or KES. Products may use others.')}
          suggestions={CURRENCIES}
          required
        />
        <FormText<Values> name="organization.timeZone" label={t('Time zone')} suggestions={TIME_ZONES} required />
        <FormText<Values> name="organization.branch" label={t('First branch')} required />
        <RegistrationChoice<Values> name="organization.registration" />
        <FormText<Values> name="administrator.name" label={t('Your name')} autoComplete="name" required />
        <FormText<Values>
          name="administrator.email"
          label={t('Your e-mail address')}
          type="email"
          autoComplete="email"
          required
        />
        <FormPassword<Values> name="administrator.password" label={t('Password')} isNew />
        <PasswordStrength<Values> name="administrator.password" />
      </FormPage>
    </PublicFrame>
  );
}
