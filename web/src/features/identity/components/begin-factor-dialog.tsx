import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormPassword } from '@/components/form/form-password';
import { useSubmit } from '@/components/form/use-submit';
import { api, read, type Schema } from '@/lib/api/client';

const shape = z.object({ currentPassword: z.string().min(1, 'Fill this in.') });
type Values = z.input<typeof shape>;

type Props = {
  readonly onBegun: (enrolment: Schema<'SecondFactorEnrolment'>) => void;
  readonly onClose: () => void;
};

/** Asks for the password before the secret of a second factor is shown. */
export function BeginFactorDialog({ onBegun, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { currentPassword: '' } });
  const submission = useSubmit(form, async (body) =>
    onBegun(await read(api.POST('/api/profile/second-factor', { body }))),
  );
  return (
    <FormDialog
      title={t('Set up a second factor')}
      form={form}
      submission={submission}
      submitLabel={t('Go on')}
      onClose={onClose}
    >
      <FormPassword<Values> name="currentPassword" label={t('Password now')} autoFocus />
    </FormDialog>
  );
}
