import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ConfirmBox, useConfirmation } from '@/components/form/confirmation';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate, positiveMoney } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { moneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import { leftAsPlanned, runningLoansQuery } from '@/features/ledger/api/left-as-planned';
import { addAmounts, compareAmounts, isAmount } from '@/lib/amount';
import { api, read, type Schema } from '@/lib/api/client';
import { TopUpRequest } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile, useRegion } from '@/lib/profile';

/** What is held for a borrower. */
export type Wallet = Pick<Schema<'WalletResponse'>, 'id' | 'borrowerId' | 'currency' | 'balance'>;

const CHANNELS = ['CASH', 'BANK', 'MOBILE_MONEY', 'CARD'] as const;

const shapeIn = (currency: string) =>
  z.object({ amount: positiveMoney(currency, TopUpRequest.amount), on: isoDate(), channel: z.enum(CHANNELS) });
type Shape = ReturnType<typeof shapeIn>;
type Values = z.input<Shape>;

/** Puts money into a wallet; the books take it in by the way it came. */
export function TopUpDialog({ wallet, onClose }: { readonly wallet: Wallet; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const queries = useQueryClient();
  const { organization } = useProfile();
  const send = useMutation({
    mutationFn: (body: z.output<Shape>) =>
      read(
        api.POST('/api/wallets/{id}/top-up', {
          params: { path: { id: wallet.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shapeIn(wallet.currency)),
    mode: 'onChange',
    defaultValues: { amount: '', on: organization.businessDate, channel: 'CASH' } satisfies Values as Values,
  });
  const running = runningLoansQuery(wallet.borrowerId ?? '');
  const loans = useQuery({ ...running, enabled: may('loan.view') }).data?.items;
  const owed = loans && leftAsPlanned(loans, wallet.currency);
  const amount = useWatch({ control: form.control, name: 'amount' });
  const confirmation = useConfirmation(isMuch(amount, owed) ? amount : undefined);
  const submission = useSubmit(form, async (values) => {
    const known = may('loan.view') ? leftAsPlanned((await queries.query(running)).items, wallet.currency) : undefined;
    if (isMuch(values.amount, known) && !confirmation.holds(values.amount)) return;
    await send.mutateAsync(values);
    notify(t('The money is in the wallet.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Put money in')}
      form={form}
      submission={submission}
      submitLabel={t('Put money in')}
      onClose={onClose}
    >
      <FormAmount<Values>
        name="amount"
        label={t('Amount')}
        currency={wallet.currency}
        help={t('You may type 5k for 5,000.')}
        required
        autoFocus
      />
      <FormSelect<Values>
        name="channel"
        label={t('How it was paid')}
        options={CHANNELS.map((value) => ({ value, label: t(labelOf(value)) }))}
      />
      <FormText<Values>
        name="on"
        label={t('Counts from')}
        type="date"
        max={organization.businessDate}
        disabled={!may('payment.backdate')}
        required
      />
      {isMuch(amount, owed) && (
        <ConfirmBox confirmation={confirmation} label={t('Yes, the amount is right')}>
          {isAmount(owed) && compareAmounts(owed, '0') === 0
            ? t('The borrower has no loan to repay in {{currency}}.', { currency: wallet.currency })
            : t('This is more than twice what the borrower’s loans still ask for, {{owed}}.', {
                owed: moneyText(owed, wallet.currency, locale),
              })}
        </ConfirmBox>
      )}
    </FormDialog>
  );
}

function isMuch(amount: string, owed: string | undefined): boolean {
  return owed !== undefined && isAmount(amount) && compareAmounts(amount, addAmounts(owed, owed)) > 0;
}
