import { zodResolver } from '@hookform/resolvers/zod';
import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Borrower } from '@/features/borrower/api/list-borrowers';
import { api, read } from '@/lib/api/client';
import { BorrowerErasureRequest } from '@/lib/api/limits';
import { paths } from '@/lib/paths';

const fields = z.object({
  number: requiredText(BorrowerErasureRequest.number),
  reason: requiredText(BorrowerErasureRequest.reason),
});
type Values = z.input<typeof fields>;

type Props = { readonly borrower: Borrower; readonly onClose: () => void };

/** Erases a borrower once the number has been typed: there is no way back. */
export function EraseDialog({ borrower, onClose }: Props) {
  const { t } = useTranslation();
  const shape = fields.refine(({ number }) => number.toUpperCase() === borrower.number.toUpperCase(), {
    path: ['number'],
    error: 'This is not the number that stands below the name.',
  });
  const send = useMutation({
    mutationFn: (body: z.output<typeof fields>) =>
      read(api.POST('/api/borrowers/{id}/erasure', { params: { path: { id: borrower.id } }, body })),
  });
  const form = useForm({ resolver: zodResolver(shape), defaultValues: { number: '', reason: '' } });
  const submission = useSubmit(form, async (values) => {
    const { rowsToLookThrough } = await send.mutateAsync(values);
    if (rowsToLookThrough.length === 0) onClose();
  });
  const left = send.data?.rowsToLookThrough ?? [];
  if (left.length > 0) {
    const imports = [...new Set(left.map(({ importId }) => importId))];
    return (
      <FormDialog title={t('Erased')} form={form} submission={submission} submitLabel="" isIdle onClose={onClose}>
        <Alert severity="warning">
          {t(
            'Rows that imports refused have the name, the phone number or the e-mail address, too. They may be about somebody else, so they stay as they are. Look through them.',
          )}
        </Alert>
        {imports.map((id) => (
          <Link key={id} component={RouterLink} to={paths.import(id)}>
            {t('Import {{id}}: rows {{rows}}', {
              id,
              rows: left
                .filter(({ importId }) => importId === id)
                .map(({ part, row }) => (part === 'PAYMENTS' ? t('{{row}} of the payments', { row }) : String(row)))
                .join(', '),
            })}
          </Link>
        ))}
      </FormDialog>
    );
  }
  return (
    <FormDialog
      title={t('Erase {{name}}', { name: borrower.name })}
      form={form}
      submission={submission}
      submitLabel={t('Erase for good')}
      danger
      onClose={onClose}
    >
      <Alert severity="warning">
        {t(
          'Particulars, documents, the account, notes and reasons that colleagues typed, and names on receipts and in the audit trail are erased for good. Loans, payments and books stay.',
        )}
      </Alert>
      <FormText<Values>
        name="number"
        label={t('Number of the borrower')}
        help={t('Type {{number}} to confirm.', { number: borrower.number })}
        required
        autoFocus
      />
      <FormText<Values>
        name="reason"
        label={t('Who asked for it, and how')}
        help={t('Stays in the audit trail: without the name.')}
        rows={2}
        required
      />
    </FormDialog>
  );
}
