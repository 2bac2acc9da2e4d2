import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { currencyCode } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { useNotice } from '@/components/notice';
import { useCurrencies } from '@/components/use-currencies';
import { api, read } from '@/lib/api/client';
import { useProfile } from '@/lib/profile';

const shape = z.object({ currency: currencyCode() });
type Values = z.input<typeof shape>;

/** Opens a wallet for a borrower who has none, so that money can be put in. */
export function OpenWalletDialog({
  borrowerId,
  onClose,
}: {
  readonly borrowerId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const notify = useNotice();
  const currencies = useCurrencies();
  const { organization } = useProfile();
  const open = useMutation({
    mutationFn: ({ currency }: z.output<typeof shape>) =>
      read(api.POST('/api/wallets', { body: { borrowerId, currency } })),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { currency: organization.currency } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await open.mutateAsync(values);
    notify(t('The wallet is open. Now money can be put in.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Open a wallet')}
      form={form}
      submission={submission}
      submitLabel={t('Open the wallet')}
      onClose={onClose}
    >
      <FormSelect<Values>
        name="currency"
        label={t('Currency')}
        help={t('One wallet a currency. It holds nothing until money is put in.')}
        options={currencies.map((value) => ({ value, label: value }))}
        required
      />
    </FormDialog>
  );
}
