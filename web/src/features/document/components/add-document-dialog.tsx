import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FileDrop } from '@/components/file-drop';
import { FormDialog } from '@/components/form/form-dialog';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { ParticularsFields, particulars } from '@/features/document/components/particulars-fields';
import type { Schema } from '@/lib/api/client';
import { sendForm } from '@/lib/api/files';

const shape = z.object({ ...particulars, file: z.instanceof(File, { error: 'Choose a file.' }) });
type Values = z.input<typeof shape>;

type Props = {
  readonly borrowerId: string;
  /** What the borrower has already: a file that comes again is told, not filed twice. */
  readonly known: readonly Schema<'Document'>[];
  readonly file?: File | undefined;
  /** The paper whose place the new one takes. */
  readonly replaces?: Schema<'Document'> | undefined;
  readonly onClose: () => void;
};

/** Files a paper of a borrower: chosen, dropped, or photographed. */
export function AddDocumentDialog({ borrowerId, known, file, replaces, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const send = useMutation({
    mutationFn: (values: z.output<typeof shape>) => {
      const form = new FormData();
      form.append('kind', values.kind);
      if (values.number !== undefined) form.append('number', values.number);
      if (values.expiresOn !== undefined) form.append('expiresOn', values.expiresOn);
      if (replaces !== undefined) form.append('replaces', replaces.id);
      form.append('file', values.file);
      return sendForm<Schema<'Document'>>(`/api/borrowers/${borrowerId}/documents`, form);
    },
  });
  const form = useForm<Values, unknown, z.output<typeof shape>>({
    resolver: zodResolver(shape),
    defaultValues: {
      kind: (replaces?.kind ?? '') as Values['kind'],
      number: '',
      expiresOn: '',
      ...(file !== undefined && { file }),
    },
  });
  const submission = useSubmit(form, async (values) => {
    const filed = await send.mutateAsync(values);
    const isKnown = known.some(({ id }) => id === filed.id);
    notify(isKnown ? t('This file is here already.') : t('The document waits to be verified.'));
    onClose();
  });
  return (
    <FormDialog
      title={replaces === undefined ? t('Add a document') : t('Replace {{name}}', { name: replaces.name })}
      form={form}
      submission={submission}
      submitLabel={t('Add')}
      onClose={onClose}
    >
      <FileField />
      <ParticularsFields />
    </FormDialog>
  );
}

/** Where a file is dropped, chosen, or photographed. */
function FileField() {
  const { t } = useTranslation();
  const { field, fieldState } = useController<Values, 'file'>({ name: 'file' });
  const name = (field.value as File | undefined)?.name;
  return (
    <FileDrop onFiles={([chosen]) => field.onChange(chosen)} error={fieldState.error?.message}>
      {name ?? t('Or drop it here. PDF, PNG or JPEG, up to 10 MB.')}
    </FileDrop>
  );
}
