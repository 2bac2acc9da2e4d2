import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { api, read, type Schema } from '@/lib/api/client';
import { ManualEntryRejection } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';

const shape = z.object({ reason: requiredText(ManualEntryRejection.reason) });
type Values = z.input<typeof shape>;

type Props = { readonly entry: Schema<'ManualEntry'>; readonly onClose: () => void };

/** Keeps an entry out of the books, and says why. */
export function RejectDialog({ entry, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/ledger/manual-entries/{id}/reject', {
          params: { path: { id: entry.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The entry stays out of the books.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Reject “{{entry}}”', { entry: entry.description })}
      form={form}
      submission={submission}
      submitLabel={t('Reject')}
      danger
      onClose={onClose}
    >
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
