import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { api, read, type Schema } from '@/lib/api/client';
import { DocumentRefusal } from '@/lib/api/limits';

const shape = z.object({ reason: requiredText(DocumentRefusal.reason) });
type Values = z.input<typeof shape>;

type Props = { readonly document: Schema<'Document'>; readonly onClose: () => void };

/** Says why a paper will not do. */
export function RefuseDialog({ document, onClose }: Props) {
  const { t } = useTranslation();
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.POST('/api/documents/{id}/refuse', { params: { path: { id: document.id } }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Refuse {{name}}', { name: document.name })}
      form={form}
      submission={submission}
      submitLabel={t('Refuse')}
      danger
      onClose={onClose}
    >
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
