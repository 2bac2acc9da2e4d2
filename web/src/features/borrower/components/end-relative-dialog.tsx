import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Relative } from '@/features/borrower/components/relative-lines';
import { api, read } from '@/lib/api/client';
import { RelativeEnding } from '@/lib/api/limits';

const shape = z.object({ reason: requiredText(RelativeEnding.reason) });
type Values = z.input<typeof shape>;

/** Ends what was declared of somebody else. */
export function EndRelativeDialog({
  relative,
  onClose,
}: {
  readonly relative: Relative;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.POST('/api/relatives/{id}/end', { params: { path: { id: relative.id } }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('End: {{name}} is no relative', { name: relative.userName })}
      form={form}
      submission={submission}
      submitLabel={t('End')}
      danger
      onClose={onClose}
    >
      <div>
        {t('From then on this person may decide about the loans of {{name}}.', { name: relative.borrowerName })}
      </div>
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
