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
import { PeriodReopeningRequest } from '@/lib/api/limits';

const shape = z.object({ reason: requiredText(PeriodReopeningRequest.reason) });
type Values = z.input<typeof shape>;

type Props = { readonly period: Schema<'Period'>; readonly onClose: () => void };

/** Opens a month that is about to be closed, or asks another person to open one that is. */
export function ReopenDialog({ period: { month, state }, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const isClosed = state === 'CLOSED';
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.POST('/api/ledger/periods/{month}/reopen', { params: { path: { month } }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(isClosed ? t('Somebody else who closes months decides now.') : t('The month is open again.'));
    onClose();
  });
  return (
    <FormDialog
      title={isClosed ? t('Ask to open {{month}} again', { month }) : t('Open {{month}} again', { month })}
      form={form}
      submission={submission}
      submitLabel={isClosed ? t('Ask') : t('Open it')}
      onClose={onClose}
    >
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
