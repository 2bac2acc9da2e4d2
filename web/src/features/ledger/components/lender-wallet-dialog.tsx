import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { currencyCode, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { useNotice } from '@/components/notice';
import { useCurrencies } from '@/components/use-currencies';
import { LENDER_KINDS } from '@/features/ledger/api/lender-wallets';
import { $api, api, read } from '@/lib/api/client';
import { WalletChange } from '@/lib/api/limits';
import { useMay, useProfile } from '@/lib/profile';

const shape = z.object({
  kind: z.enum(LENDER_KINDS),
  name: requiredText(WalletChange.name),
  currency: currencyCode(),
  branchId: z.string(),
  userId: z.string(),
});
type Values = z.input<typeof shape>;

/** Opens a wallet of the lender: of the organization, of a branch or of somebody of the staff. */
export function LenderWalletDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const notify = useNotice();
  const currencies = useCurrencies();
  const { organization, branch, permissions } = useProfile();
  const own = branch?.id;
  const everywhere = permissions['fund.transfer'] === 'ORGANIZATION';
  const branches = useQuery({ ...$api.queryOptions('get', '/api/branches'), enabled: may('branch.view') });
  const holders = useQuery($api.queryOptions('get', '/api/wallets/holders'));
  const open = useMutation({
    mutationFn: ({ branchId, userId, ...body }: z.output<typeof shape>) =>
      read(
        api.POST('/api/wallets', {
          body: { ...body, ...(userId !== '' ? { userId } : branchId !== '' && { branchId }) },
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      kind: 'LOAN_FUND',
      name: '',
      currency: organization.currency,
      branchId: everywhere ? '' : (own ?? ''),
      userId: '',
    } satisfies Values as Values,
  });
  const userId = useWatch({ control: form.control, name: 'userId' });
  const submission = useSubmit(form, async (values) => {
    await open.mutateAsync(values);
    notify(t('The wallet is open. Now money can be put in.'));
    onClose();
  });
  const found = (branches.data?.items ?? []).filter(({ active, id }) => active && (everywhere || id === own));
  return (
    <FormDialog
      title={t('Open a wallet')}
      form={form}
      submission={submission}
      submitLabel={t('Open the wallet')}
      onClose={onClose}
    >
      <FormSelect<Values>
        name="kind"
        label={t('Kind')}
        options={LENDER_KINDS.map((value) => ({ value, label: t(labelOf(value)) }))}
        required
      />
      <FormText<Values> name="name" label={t('Name')} required autoFocus />
      <FormSelect<Values>
        name="currency"
        label={t('Currency')}
        options={currencies.map((value) => ({ value, label: value }))}
        required
      />
      <FormSelect<Values>
        name="userId"
        label={t('Whose own it is')}
        help={t('Somebody who has a till of their own moves only what is in it.')}
        options={[
          { value: '', label: t('Nobody’s') },
          ...(holders.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {userId === '' && (
        <FormSelect<Values>
          name="branchId"
          label={t('Branch')}
          options={[
            ...(everywhere ? [{ value: '', label: t('The whole organization') }] : []),
            ...found.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </FormDialog>
  );
}
