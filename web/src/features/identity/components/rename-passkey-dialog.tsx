import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { api, type Schema } from '@/lib/api/client';
import { PasskeyChange } from '@/lib/api/limits';

const shape = z.object({ name: requiredText(PasskeyChange.name) });
type Values = z.input<typeof shape>;

type Props = {
  readonly passkey: Schema<'Passkey'>;
  readonly onRenamed: () => void;
  readonly onClose: () => void;
};

/** Calls a passkey otherwise. */
export function RenamePasskeyDialog({ passkey, onRenamed, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { name: passkey.name } });
  const submission = useSubmit(form, async (body: Values) => {
    await api.PATCH('/api/profile/passkeys/{id}', { params: { path: { id: passkey.id } }, body });
    onRenamed();
  });
  return (
    <FormDialog
      title={t('Rename the passkey')}
      form={form}
      submission={submission}
      submitLabel={t('Save')}
      onClose={onClose}
    >
      <FormText<Values> name="name" label={t('Name of the passkey')} autoFocus required />
    </FormDialog>
  );
}
