import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { useSubmit } from '@/components/form/use-submit';
import { ParticularsFields, particulars } from '@/features/document/components/particulars-fields';
import { api, read, type Schema } from '@/lib/api/client';

const shape = z.object(particulars);
type Values = z.input<typeof shape>;

type Props = { readonly document: Schema<'Document'>; readonly onClose: () => void };

/** Corrects what a paper that waits is said to be. */
export function CorrectDialog({ document, onClose }: Props) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: ({ kind, number, expiresOn }: z.output<typeof shape>) =>
      read(
        api.PUT('/api/documents/{id}/particulars', {
          params: { path: { id: document.id } },
          body: { kind, ...(number !== undefined && { number }), ...(expiresOn !== undefined && { expiresOn }) },
        }),
      ),
  });
  const form = useForm<Values, unknown, z.output<typeof shape>>({
    resolver: zodResolver(shape),
    defaultValues: { kind: document.kind, number: document.number ?? '', expiresOn: document.expiresOn ?? '' },
  });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Correct {{name}}', { name: document.name })}
      form={form}
      submission={submission}
      submitLabel={t('Save')}
      onClose={onClose}
    >
      <div>{t('Who corrects it does not verify it.')}</div>
      <ParticularsFields />
    </FormDialog>
  );
}
