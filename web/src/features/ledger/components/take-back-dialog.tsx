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
import type { TopUp } from '@/features/ledger/api/list-top-ups';
import { api, read } from '@/lib/api/client';
import { NewTopUpReversal } from '@/lib/api/limits';
import { formatDate } from '@/lib/dates';
import { useIdempotencyKey } from '@/lib/ids';
import { useMay, useProfile, useRegion } from '@/lib/profile';

const shape = z.object({ reason: requiredText(NewTopUpReversal.reason), on: isoDate() });
type Values = z.input<typeof shape>;

type Props = { readonly walletId: string; readonly topUp: TopUp; readonly onClose: () => void };

/** Takes money out of a wallet that was put in by mistake; both entries stay in the books. */
export function TakeBackDialog({ walletId, topUp, onClose }: Props) {
  const { t } = useTranslation();
  const { locale } = useRegion();
  const may = useMay();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const choosesDay = may('payment.backdate') && topUp.on < businessDate;
  const send = useMutation({
    mutationFn: ({ reason, on }: z.output<typeof shape>) =>
      read(
        api.POST('/api/wallets/{id}/top-ups/{topUpId}/reversal', {
          params: { path: { id: walletId, topUpId: topUp.id }, header: { 'Idempotency-Key': key } },
          body: choosesDay ? { reason, on } : { reason },
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { reason: '', on: choosesDay ? topUp.on : businessDate } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The money is out of the wallet again.'));
    onClose();
  });
  return (
    <FormDialog
      title={t('Take {{amount}} back', { amount: moneyText(topUp.amount, topUp.currency, locale) })}
      form={form}
      submission={submission}
      submitLabel={t('Take it back')}
      danger
      onClose={onClose}
    >
      <div>
        {t('It was put in for {{day}}. It stays in the books, and a second entry takes it out of the wallet.', {
          day: formatDate(topUp.on, locale),
        })}
      </div>
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
      {choosesDay && (
        <FormText<Values>
          name="on"
          label={t('Counts no more from')}
          type="date"
          min={topUp.on}
          max={businessDate}
          help={t('Its own day where it was never paid in; the business date where it was handed back.')}
          required
        />
      )}
    </FormDialog>
  );
}
