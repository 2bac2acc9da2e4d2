import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { LenderWallet } from '@/features/ledger/api/lender-wallets';
import { api, ifMatch, read } from '@/lib/api/client';
import { WalletChange } from '@/lib/api/limits';

const shape = z.object({ name: requiredText(WalletChange.name) });
type Values = z.input<typeof shape>;

type Props = { readonly wallet: LenderWallet; readonly etag: string | undefined; readonly onClose: () => void };

/** Gives a wallet another name; its account in the books is called the same. */
export function RenameWalletDialog({ wallet, etag, onClose }: Props) {
  const { t } = useTranslation();
  const save = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(api.PATCH('/api/wallets/{id}', { params: { path: { id: wallet.id }, header: ifMatch(etag) }, body })),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { name: wallet.name ?? '' } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await save.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Rename {{name}}', { name: wallet.name ?? '' })}
      form={form}
      submission={submission}
      submitLabel={t('Save')}
      onClose={onClose}
    >
      <FormText<Values> name="name" label={t('Name')} required autoFocus />
    </FormDialog>
  );
}
