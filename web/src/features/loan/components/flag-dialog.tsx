import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Loan } from '@/features/loan/api/get-loan';
import { flagLabel, FLAGS } from '@/features/loan/flags';
import { api, read } from '@/lib/api/client';
import { NewLoanFlag } from '@/lib/api/limits';

const shape = z.object({ flag: z.enum(FLAGS), reason: requiredText(NewLoanFlag.reason) });
type Values = z.input<typeof shape>;

/** Sets a flag that a loan does not have, or lifts one that it has. */
export function FlagDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const standing = loan.flags ?? [];
  const offered = loan.status === 'CLOSED' ? standing : FLAGS;
  const send = useMutation({
    mutationFn: async ({ flag, reason }: z.output<typeof shape>) => {
      const path = { id: loan.id };
      return standing.includes(flag)
        ? await read(
            api.POST('/api/loans/{id}/flags/{flag}/lift', { params: { path: { ...path, flag } }, body: { reason } }),
          )
        : await read(api.POST('/api/loans/{id}/flags', { params: { path }, body: { flag, reason } }));
    },
  });
  const form = useForm<Values, unknown, z.output<typeof shape>>({
    resolver: zodResolver(shape),
    defaultValues: { flag: offered[0] ?? 'WATCH', reason: '' },
  });
  const chosen = useWatch({ control: form.control, name: 'flag' });
  const isLifted = standing.includes(chosen);
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Flags of {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={isLifted ? t('Lift the flag') : t('Set the flag')}
      onClose={onClose}
    >
      <div>{t('What is owed stays the same. The borrower does not see it.')}</div>
      <FormSelect<Values>
        name="flag"
        label={t('Flag')}
        required
        options={offered.map((flag) => ({
          value: flag,
          label: standing.includes(flag) ? t('{{flag}}, is set', { flag: t(flagLabel(flag)) }) : t(flagLabel(flag)),
        }))}
      />
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}
