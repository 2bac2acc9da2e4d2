import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { useAssignees } from '@/features/collection/components/use-assignees';
import { api, read } from '@/lib/api/client';

const shape = z.object({ userId: z.string() });
type Values = z.input<typeof shape>;

type Props = {
  readonly loanIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Hands the work on some loans to somebody, or back to their officers. */
export function AssignDialog({ loanIds, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const assignees = useAssignees();
  const send = useMutation({
    mutationFn: ({ userId }: Values) =>
      read(
        api.POST('/api/collection/assign', {
          body: { loanIds: [...loanIds], ...(userId !== '' && { userId }) },
        }),
      ),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { userId: '' } satisfies Values });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The work is handed over.'));
    onDone();
  });
  return (
    <FormDialog
      title={t('Hand over the work on {{number}} loans', { number: loanIds.length })}
      form={form}
      submission={submission}
      submitLabel={t('Hand over')}
      onClose={onClose}
    >
      <FormSelect<Values>
        name="userId"
        label={t('To')}
        options={[{ value: '', label: t('Back to the officers') }, ...assignees]}
      />
    </FormDialog>
  );
}
