import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ConfirmBox, useConfirmation } from '@/components/form/confirmation';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { isoDate } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { MoneyText, moneyText } from '@/components/money-text';
import type { Loan } from '@/features/loan/api/get-loan';
import { payoutBeforeItsTime } from '@/features/loan/early-payout';
import { $api, api, read } from '@/lib/api/client';
import { daysBetween, formatDate } from '@/lib/dates';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile, useRegion } from '@/lib/profile';

const payout = z.object({ on: isoDate(), walletId: z.string() });
type Values = z.input<typeof payout>;

/** Pays a loan out; its schedule is fixed from that day on. */
export function DisburseDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const may = useMay();
  const key = useIdempotencyKey();
  const { organization } = useProfile();
  const send = useMutation({
    mutationFn: ({ on, walletId }: z.output<typeof payout>) =>
      read(
        api.POST('/api/loans/{id}/disburse', {
          params: { path: { id: loan.id }, header: { 'Idempotency-Key': key } },
          body: walletId === '' ? { on } : { on, walletId },
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(payout),
    defaultValues: { on: organization.businessDate, walletId: '' } satisfies Values,
  });
  const wallets = useQuery(
    $api.queryOptions('get', '/api/loans/{id}/payout-wallets', { params: { path: { id: loan.id } } }),
  );
  const offered = wallets.data?.items ?? [];
  const on = useWatch({ control: form.control, name: 'on' });
  const early = payoutBeforeItsTime(loan, on);
  const planned = useQuery({
    ...$api.queryOptions('get', '/api/loans/{id}/schedule', {
      params: { path: { id: loan.id }, query: { disbursedOn: on } },
    }),
    enabled: early !== undefined,
    retry: false,
  });
  const firstDueOn = planned.data?.rows[0]?.dueOn ?? organization.businessDate;
  const daysLate = daysBetween(firstDueOn, organization.businessDate);
  const confirmation = useConfirmation(early && on);
  const submission = useSubmit(form, async (values) => {
    if (early !== undefined && !confirmation.holds(values.on)) return;
    await send.mutateAsync(values);
    onClose();
  });
  return (
    <FormDialog
      title={t('Pay out {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Pay out')}
      onClose={onClose}
    >
      <div>
        {t('To {{name}}:', { name: loan.borrowerName ?? '' })}{' '}
        <MoneyText strong amount={loan.approvedPrincipal ?? loan.principal} currency={loan.currency} />
      </div>
      <FormText<Values>
        name="on"
        label={t('Paid out on')}
        type="date"
        max={organization.businessDate}
        disabled={!may('payment.backdate')}
        help={may('payment.backdate') ? t('An earlier date counts interest from that day.') : t('The business date.')}
        required
        autoFocus
      />
      {offered.length > 0 && (
        <FormSelect<Values>
          name="walletId"
          label={t('Paid out of')}
          help={t('A wallet pays no more than is in it.')}
          options={[
            { value: '', label: t('Cash account of the product') },
            ...offered.map(({ id, name, balance, currency }) => ({
              value: id,
              label:
                balance == null
                  ? name
                  : t('{{name}}, {{amount}} in it', { name, amount: moneyText(balance, currency, locale) }),
            })),
          ]}
        />
      )}
      {early && (
        <ConfirmBox confirmation={confirmation} label={t('Yes, it was paid out then')}>
          {t(early.before === 'application' ? BEFORE_APPLICATION : BEFORE_APPROVAL, {
            day: formatDate(early.of, locale),
            on: formatDate(on, locale),
          })}{' '}
          {daysLate > 0 && t('The first installment would be overdue by {{days}} days.', { days: daysLate })}
        </ConfirmBox>
      )}
    </FormDialog>
  );
}

const BEFORE_APPLICATION = 'This is before the application of {{day}}: interest counts from {{on}}.';
const BEFORE_APPROVAL = 'This is before the approval of {{day}}: interest counts from {{on}}.';
