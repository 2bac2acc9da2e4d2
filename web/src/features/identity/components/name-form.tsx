import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormPage } from '@/components/form/form-page';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { api, read } from '@/lib/api/client';
import { ProfileChange } from '@/lib/api/limits';

const shape = z.object({ name: requiredText(ProfileChange.name) });

/** The name that colleagues and receipts show. */
export function NameForm({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const save = useMutation({ mutationFn: (body: z.output<typeof shape>) => read(api.PATCH('/api/profile', { body })) });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { name } });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    notify(t('Saved.'));
  });
  return (
    <FormPage form={form} submission={submission} submitLabel={t('Save')}>
      <FormText<z.input<typeof shape>> name="name" label={t('Name')} autoComplete="name" required />
    </FormPage>
  );
}
