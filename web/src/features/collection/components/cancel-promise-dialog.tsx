import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { api, read } from '@/lib/api/client';
import { NewPromiseCancellation } from '@/lib/api/limits';

const shape = z.object({ reason: requiredText(NewPromiseCancellation.reason) });
type Values = z.input<typeof shape>;

/** Takes a promise off that does not count any more; it stays in the log, with the reason. */
export function CancelPromiseDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const send = useMutation({
    mutationFn: (body: Values) => read(api.POST('/api/promises/{id}/cancel', { params: { path: { id } }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Cancel the promise')}
      form={form}
      submission={submission}
      submitLabel={t('Cancel the promise')}
      danger
      onClose={onClose}
    >
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
