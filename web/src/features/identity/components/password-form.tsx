import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormPassword } from '@/components/form/form-password';
import { PasswordStrength } from '@/components/form/password-strength';
import { newPassword } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { api, read } from '@/lib/api/client';

const shape = z.object({ currentPassword: z.string().min(1, 'Fill this in.'), newPassword: newPassword() });
type Values = z.input<typeof shape>;

/** Changes one's password; the old one proves who asks. */
export function PasswordForm() {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({
    mutationFn: (body: z.output<typeof shape>) => read(api.POST('/api/profile/password', { body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { currentPassword: '', newPassword: '' } });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    form.reset();
    notify(t('Your password is changed.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Change the password')}>
      <FormPassword<Values> name="currentPassword" label={t('Password now')} />
      <FormPassword<Values> name="newPassword" label={t('New password')} isNew />
      <PasswordStrength<Values> name="newPassword" />
    </FormPage>
  );
}
