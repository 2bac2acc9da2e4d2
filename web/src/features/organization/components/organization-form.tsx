import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormPage } from '@/components/form/form-page';
import { FormText } from '@/components/form/form-text';
import { optionalAmount, requiredText, text } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { Facts } from '@/components/facts';
import { useNotice } from '@/components/notice';
import { RegistrationChoice, registrationChoice } from '@/features/organization/components/registration-choice';
import { api, ifMatch, read, type Schema } from '@/lib/api/client';
import { OrganizationChange } from '@/lib/api/limits';
import { timeZonesOfTheWorld } from '@/lib/world';

const shape = z.object({
  name: requiredText(OrganizationChange.name),
  timeZone: requiredText(OrganizationChange.timeZone),
  locale: requiredText(OrganizationChange.locale),
  cashLimit: optionalAmount(OrganizationChange.cashLimit).transform((amount) => amount ?? null),
  registration: registrationChoice,
  closeAt: text(OrganizationChange.closeAt, 'Type a time like 00:30.').transform((time) => (time === '' ? null : time)),
});
type Values = z.input<typeof shape>;

const TIME_ZONES = timeZonesOfTheWorld();

type Props = { readonly organization: Schema<'Organization'>; readonly etag: string | undefined };

/** The settings of the house; the currency is fixed with the first books. */
export function OrganizationForm({ organization, etag }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.PATCH('/api/organization', { params: { header: ifMatch(etag) }, body })),
  });
  const { name, timeZone, locale, cashLimit, registration, closeAt } = organization;
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { name, timeZone, locale, cashLimit: cashLimit ?? '', registration, closeAt: closeAt ?? '' },
  });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      <Facts facts={[[t('Currency'), organization.currency]]} />
      <FormText<Values> name="name" label={t('Name')} required />
      <FormText<Values>
        name="timeZone"
        label={t('Time zone')}
        help={t('Like Africa/Nairobi.')}
        suggestions={TIME_ZONES}
        required
      />
      <FormText<Values>
        name="locale"
        label={t('Language and region')}
        help={t('Like en-KE: how dates and amounts are written.')}
        required
      />
      <FormAmount<Values>
        name="cashLimit"
        label={t('Cash limit')}
        currency={organization.currency}
        help={t(
          'The most that one person takes at once, but for roles that may take large payments. Empty: money put into a wallet is at most twice what a product lends.',
        )}
      />
      <RegistrationChoice<Values> name="registration" />
      <FormText<Values>
        name="closeAt"
        label={t('Close days by themselves at')}
        help={t(
          'Like 00:30, by the clock of the time zone: from then on all days before that day are closed by the program, also those that were missed. Empty: people close days.',
        )}
      />
    </FormPage>
  );
}
