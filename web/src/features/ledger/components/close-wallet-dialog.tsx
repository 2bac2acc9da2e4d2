import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConfirmBox, useConfirmation } from '@/components/form/confirmation';
import { FormDialog } from '@/components/form/form-dialog';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import type { LenderWallet } from '@/features/ledger/api/lender-wallets';
import { api, read } from '@/lib/api/client';

type Props = { readonly wallet: LenderWallet; readonly onClose: () => void };

/** Closes an empty wallet, which nobody opens again. */
export function CloseWalletDialog({ wallet, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const close = useMutation({
    mutationFn: () => read(api.POST('/api/wallets/{id}/close', { params: { path: { id: wallet.id } } })),
  });
  const form = useForm();
  const confirmation = useConfirmation(wallet.id);
  const submission = useSubmit(form, async () => {
    if (!confirmation.holds(wallet.id)) return;
    await close.mutateAsync();
    notify(t('The wallet is closed.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Close {{name}}', { name: wallet.name ?? '' })}
      form={form}
      submission={submission}
      submitLabel={t('Close the wallet')}
      danger
      onClose={onClose}
    >
      <ConfirmBox confirmation={confirmation} label={t('Yes, it is not needed any more')}>
        {t('A closed wallet is never opened again, and what moved its money can no longer be taken back.')}
      </ConfirmBox>
    </FormDialog>
  );
}
