import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Loan } from '@/features/loan/api/get-loan';
import { api, read } from '@/lib/api/client';
import { NewDefault } from '@/lib/api/limits';

const shape = z.object({ reason: requiredText(NewDefault.reason) });
type Values = z.input<typeof shape>;

/** Says of a loan that it will not be repaid, or takes that back; what is owed stays as it is. */
export function DefaultDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { number } = loan;
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/default', {
          params: { path: { id: loan.id } },
          body: { ...body, defaulted: !loan.defaulted },
        }),
      ),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { reason: '' } });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={
        loan.defaulted
          ? t('{{number}} is not in default any more', { number })
          : t('{{number}} is in default', { number })
      }
      form={form}
      submission={submission}
      submitLabel={loan.defaulted ? t('Take the mark away') : t('Mark as default')}
      danger={!loan.defaulted}
      onClose={onClose}
    >
      <div>{t('What is owed stays the same, and payments go on being taken.')}</div>
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
