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
import type { LoanRequest } from '@/features/loan/api/loan-requests';
import { REQUESTS } from '@/features/loan/requests';
import { api, read } from '@/lib/api/client';
import { LoanRequestRejection } from '@/lib/api/limits';

const shape = z.object({ reason: requiredText(LoanRequestRejection.reason) });
type Values = z.input<typeof shape>;

/** Leaves a loan as it is that somebody asked something for, and says why. */
export function RejectRequestDialog({
  request,
  onClose,
}: {
  readonly request: LoanRequest;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotice();
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.POST('/api/loan-requests/{id}/reject', { params: { path: { id: request.id } }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The loan stays as it is.'));
    onClose();
  });
  return (
    <FormDialog
      title={t(REQUESTS[request.kind].rejection, { number: request.loanNumber })}
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
