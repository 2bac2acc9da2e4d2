import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormPassword } from '@/components/form/form-password';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { deviceName } from '@/features/identity/device-name';
import { addPasskey } from '@/features/identity/passkey';
import type { Schema } from '@/lib/api/client';
import { NewPasskey } from '@/lib/api/limits';

const shape = z.object({
  name: requiredText(NewPasskey.name),
  currentPassword: z.string().min(1, 'Fill this in.'),
});
type Values = z.input<typeof shape>;

type Props = {
  readonly onAdded: (added: Schema<'PasskeyAdded'>) => void;
  readonly onClose: () => void;
};

/** Asks for a name and the password; then the device makes a passkey. */
export function AddPasskeyDialog({ onAdded, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { name: deviceName(navigator.userAgent), currentPassword: '' },
  });
  const submission = useSubmit(form, async ({ name, currentPassword }: Values) => {
    const added = await addPasskey(name, currentPassword);
    if (added !== undefined) onAdded(added);
  });
  return (
    <FormDialog
      title={t('Add a passkey')}
      form={form}
      submission={submission}
      submitLabel={t('Go on')}
      onClose={onClose}
    >
      <span>{t('Your device then asks for a finger, a face or a PIN.')}</span>
      <FormText<Values> name="name" label={t('Name of the passkey')} required />
      <FormPassword<Values> name="currentPassword" label={t('Password now')} autoFocus />
    </FormDialog>
  );
}
