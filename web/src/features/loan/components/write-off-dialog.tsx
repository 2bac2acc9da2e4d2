import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { Facts } from '@/components/facts';
import { isoDate, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { MoneyText } from '@/components/money-text';
import { useNotice } from '@/components/notice';
import { QueryView } from '@/components/query-view';
import { loanQuery, type Loan } from '@/features/loan/api/get-loan';
import { ValueDateField } from '@/features/loan/components/value-date-field';
import { api, read } from '@/lib/api/client';
import { NewWriteOff } from '@/lib/api/limits';
import { useIdempotencyKey } from '@/lib/ids';
import { useProfile } from '@/lib/profile';

const shape = z.object({ on: isoDate(), reason: requiredText(NewWriteOff.reason) });
type Values = z.input<typeof shape>;

/** Asks to give up what a loan owes, which somebody else confirms; says before what that is. */
export function WriteOffDialog({ loan, onClose }: { readonly loan: Loan; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotice();
  const key = useIdempotencyKey();
  const { businessDate } = useProfile().organization;
  const send = useMutation({
    mutationFn: (body: z.output<typeof shape>) =>
      read(
        api.POST('/api/loans/{id}/write-off', {
          params: { path: { id: loan.id }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { on: businessDate, reason: '' } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('Asked for. The loan stays as it is until somebody else confirms.'));
    onClose();
  });
  const on = useWatch({ control: form.control, name: 'on' });
  const isEarlier = on < businessDate && on >= (loan.disbursedOn ?? businessDate);
  const earlier = useQuery({ ...loanQuery(loan.id, { asOf: on }), enabled: isEarlier });
  return (
    <FormDialog
      title={t('Write off {{number}}', { number: loan.number })}
      form={form}
      submission={submission}
      submitLabel={t('Ask for it')}
      danger
      onClose={onClose}
    >
      {isEarlier ? (
        <>
          <div>{t('This was owed on that day and will be given up; what was paid since is recovered:')}</div>
          <QueryView query={earlier}>{(then) => <Owed loan={then} />}</QueryView>
        </>
      ) : (
        <>
          <div>{t('This is owed on the business date and will be given up:')}</div>
          <Owed loan={loan} />
        </>
      )}
      <div>
        {t(
          'Somebody else confirms it; what is owed then is given up. The principal becomes an expense, and what the borrower pays later is recovered.',
        )}
      </div>
      <ValueDateField min={loan.disbursedOn} />
      <FormText<Values> name="reason" label={t('Reason')} rows={3} required autoFocus />
    </FormDialog>
  );
}

function Owed({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  const { currency, outstanding: owed } = loan;
  return (
    <Facts
      width={120}
      facts={[
        [t('Principal'), <MoneyText key="p" strong amount={owed.principal} currency={currency} />],
        [t('Interest'), <MoneyText key="i" amount={owed.interest} currency={currency} />],
        [t('Fees'), <MoneyText key="f" amount={owed.fees} currency={currency} />],
        [t('Penalties'), <MoneyText key="n" amount={owed.penalties} currency={currency} />],
      ]}
    />
  );
}
