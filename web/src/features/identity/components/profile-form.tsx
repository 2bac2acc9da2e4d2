import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormText } from '@/components/form/form-text';
import { requiredText, text } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { api, read } from '@/lib/api/client';
import { ProfileChange } from '@/lib/api/limits';
import type { Profile } from '@/lib/profile';

const shape = z.object({
  name: requiredText(ProfileChange.name),
  username: text(ProfileChange.username, 'At least 3 letters, digits, dots, dashes or underscores.'),
  phone: text(ProfileChange.phone, 'Digits, with a + before them and spaces between them if you like.'),
});
type Values = z.input<typeof shape>;

/** What colleagues and receipts show, and a shorter name to sign in with. An emptied field is taken away. */
export function ProfileForm({ profile }: { readonly profile: Pick<Profile, 'name' | 'username' | 'phone'> }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({ mutationFn: (body: z.output<typeof shape>) => read(api.PATCH('/api/profile', { body })) });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { name: profile.name, username: profile.username ?? '', phone: profile.phone ?? '' },
  });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      <FormText<Values> name="name" label={t('Name')} autoComplete="name" required />
      <FormText<Values>
        name="username"
        label={t('User name')}
        autoComplete="username"
        help={t('If you like to sign in with something shorter than the e-mail address.')}
      />
      <FormText<Values> name="phone" label={t('Phone')} type="tel" autoComplete="tel" />
    </FormPage>
  );
}
