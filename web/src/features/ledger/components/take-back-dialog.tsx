import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { isoDate, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { moneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import type { Payout } from '@/features/ledger/api/list-payouts';
import type { TopUp } from '@/features/ledger/api/list-top-ups';
import { api, read } from '@/lib/api/client';
import { NewTopUpReversal } from '@/lib/api/limits';
import { formatDate } from '@/lib/dates';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile, useRegion } from '@/lib/profile';

const shape = z.object({ reason: requiredText(NewTopUpReversal.reason), on: isoDate() });
type Values = z.input<typeof shape>;

/** What came into a wallet, or went out of it. */
export type Movement =
  { readonly kind: 'TOP_UP'; readonly moved: TopUp } | { readonly kind: 'PAYOUT'; readonly moved: Payout };

type Props = { readonly walletId: string; readonly movement: Movement; readonly onClose: () => void };

/** Takes back what moved a wallet by mistake; both entries stay in the books. */
export function TakeBackDialog({ walletId, movement, onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const { kind, moved } = movement;
  const choosesDay = may('payment.backdate') && moved.on < businessDate;
  const send = useMutation({
    mutationFn: ({ reason, on }: z.output<typeof shape>) => {
      const body = choosesDay ? { reason, on } : { reason };
      const header = { 'Idempotency-Key': key };
      return kind === 'TOP_UP'
        ? read(
            api.POST('/api/wallets/{id}/top-ups/{topUpId}/reversal', {
              params: { path: { id: walletId, topUpId: moved.id }, header },
              body,
            }),
          )
        : read(
            api.POST('/api/wallets/{id}/payouts/{payoutId}/reversal', {
              params: { path: { id: walletId, payoutId: moved.id }, header },
              body,
            }),
          );
    },
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { reason: '', on: choosesDay ? moved.on : businessDate } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(kind === 'TOP_UP' ? t('The money is out of the wallet again.') : t('The money is in the wallet again.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Take {{amount}} back', { amount: moneyText(moved.amount, moved.currency, locale) })}
      form={form}
      submission={submission}
      submitLabel={t('Take it back')}
      danger
      onClose={onClose}
    >
      <div>
        {kind === 'TOP_UP'
          ? t('It was put in for {{day}}. It stays in the books, and a second entry takes it out of the wallet.', {
              day: formatDate(moved.on, locale),
            })
          : t('It was paid out for {{day}}. It stays in the books, and a second entry puts it into the wallet again.', {
              day: formatDate(moved.on, locale),
            })}
      </div>
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
      {choosesDay && (
        <FormText<Values>
          name="on"
          label={t('Counts no more from')}
          type="date"
          min={moved.on}
          max={businessDate}
          help={
            kind === 'TOP_UP'
              ? t('Its own day where it was never paid in; the business date where it was handed back.')
              : t('Its own day where it was never paid out; the business date where it was brought back.')
          }
          required
        />
      )}
    </FormDialog>
  );
}
