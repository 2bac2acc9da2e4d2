import { zodResolver } from '@hookform/resolvers/zod';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { z } from 'zod';
import { ConfirmBox, useConfirmation } from '@/components/form/confirmation';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate, optionalText, optionalWholeNumber, positiveMoney } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { moneyText } from '@/components/money-text';
import { isBookedAlready } from '@/components/problem-text';
import { CHANNELS } from '@/features/payment/channels';
import { PaymentPreview } from '@/features/payment/components/payment-preview';
import { PaymentTaken, type TakenPayment } from '@/features/payment/components/payment-taken';
import { usePreview } from '@/features/payment/use-preview';
import { api, read } from '@/lib/api/client';
import { NewPayment } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { useMay, useProfile, useRegion } from '@/lib/profile';

/** What the dialog has to know of a loan. */
export type PayableLoan = {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  /** What is past due, where something is. */
  readonly overdue?: string | undefined;
  readonly nextDue?: { on: string; amount: string } | null | undefined;
  readonly outstanding?: { total: string } | null | undefined;
};

const shapeIn = (currency: string) =>
  z.object({
    amount: positiveMoney(currency, NewPayment.amount),
    on: isoDate(),
    channel: z.enum(CHANNELS),
    reference: optionalText(NewPayment.reference),
    targetInstallment: optionalWholeNumber(NewPayment.targetInstallment),
  });
type Shape = ReturnType<typeof shapeIn>;
type Values = z.input<Shape>;

type Props = {
  readonly loan: PayableLoan;
  /** The one that is to be paid, where somebody chose it. */
  readonly installment?: { readonly number: number; readonly outstanding: string } | undefined;
  readonly onClose: () => void;
};

/** Takes a repayment: type, see the split, Enter, receipt. */
export function RepaymentDialog({ loan, installment, onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const may = useMay();
  const key = useIdempotencyKey();
  const queries = useQueryClient();
  const { organization } = useProfile();
  const [taken, setTaken] = useState<TakenPayment>();
  const send = useMutation({
    mutationFn: (body: z.output<Shape>) =>
      read(
        api.POST('/api/payments/{loanId}', {
          params: { path: { loanId: loan.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shapeIn(loan.currency)),
    mode: 'onChange',
    defaultValues: {
      amount: installment?.outstanding ?? loan.overdue ?? loan.nextDue?.amount ?? '',
      on: organization.businessDate,
      channel: 'CASH' as const,
      reference: '',
      targetInstallment: installment === undefined ? '' : String(installment.number),
    } satisfies Values as Values,
  });
  const values = useWatch({ control: form.control });
  const { preview, isBehind, payoff, early, excess, excessOf } = usePreview(loan, {
    amount: values.amount ?? '',
    on: values.on ?? '',
    channel: values.channel ?? 'CASH',
    ...(/^\d+$/.test(values.targetInstallment ?? '') && { targetInstallment: Number(values.targetInstallment) }),
  });
  const confirmation = useConfirmation(excess);
  // What is sent once more was confirmed, and may be booked: it would look like too much now.
  const tried = useRef<string>(undefined);
  const submission = useSubmit(form, async (sent) => {
    const text = JSON.stringify(sent);
    const tooMuch = text === tried.current ? undefined : await excessOf(sent);
    if (tooMuch !== undefined && !confirmation.holds(tooMuch)) return;
    tried.current = text;
    setTaken(await send.mutateAsync(sent));
  });

  const leave = () => {
    void queries.invalidateQueries();
    onClose();
  };

  if (taken !== undefined) return <PaymentTaken loan={loan} payment={taken} onClose={onClose} />;

  const suggestions = [
    { label: t('Overdue'), amount: loan.overdue },
    { label: t('Next due'), amount: loan.nextDue?.amount },
    { label: t('Pay off'), amount: payoff },
  ];
  const fill = (amount: string) => form.setValue('amount', amount, { shouldValidate: true });
  return (
    <FormDialog
      title={t('Repayment on {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Record the payment')}
      onClose={onClose}
    >
      <FormAmount<Values>
        name="amount"
        label={t('Amount')}
        currency={loan.currency}
        help={t('You may type 5k for 5,000.')}
        required
        autoFocus
      />
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {suggestions.map(
          ({ label, amount }) =>
            amount !== undefined && (
              <Button key={label} size="small" variant="outlined" onClick={() => fill(amount)}>
                {`${label} ${moneyText(amount, loan.currency, locale)}`}
              </Button>
            ),
        )}
      </Stack>
      <FormSelect<Values>
        name="channel"
        label={t('How it was paid')}
        options={CHANNELS.filter((value) => value !== 'WALLET' || may('wallet.transfer')).map((value) => ({
          value,
          label: t(labelOf(value)),
        }))}
      />
      <Stack direction={{ xs: 'column', sm: 'row' }} sx={{ gap: 2 }}>
        <FormText<Values>
          name="on"
          label={t('Counts from')}
          type="date"
          max={organization.businessDate}
          disabled={!may('payment.backdate')}
          required
        />
        <FormText<Values>
          name="targetInstallment"
          label={t('For installment no.')}
          help={t('Empty: the oldest first.')}
        />
      </Stack>
      <FormText<Values> name="reference" label={t('Reference')} help={t('A slip, a check or a transaction number.')} />
      <PaymentPreview currency={loan.currency} preview={preview} isBehind={isBehind} early={early} onPayOff={fill} />
      {excess !== undefined && (
        <ConfirmBox confirmation={confirmation} label={t('Yes, take it all')}>
          {t('{{amount}} more than is owed. It goes to the borrower’s wallet.', {
            amount: moneyText(excess, loan.currency, locale),
          })}
        </ConfirmBox>
      )}
      {isBookedAlready(submission.problem) && (
        <Button component={Link} to={`${paths.loan(loan.id)}?tab=payments`} variant="outlined" onClick={leave}>
          {t('See the payments of this loan')}
        </Button>
      )}
    </FormDialog>
  );
}
