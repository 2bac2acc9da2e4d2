import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { optionalText, isoDate, positiveMoney } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { useNotice } from '@/components/notice';
import { api, read, type Schema } from '@/lib/api/client';
import { NewContact, NewNextAction, NewPromise } from '@/lib/api/limits';
import { useProfile } from '@/lib/profile';

const CHANNELS = ['CALL', 'VISIT', 'SMS', 'LETTER', 'OTHER'] as const;
const RESULTS = [
  'REACHED',
  'PROMISED',
  'NOT_REACHED',
  'REFUSED',
  'DISPUTED',
  'WRONG_NUMBER',
  'MOVED',
  'OTHER',
] as const;
const ACTIONS = ['', 'CALL', 'VISIT', 'LETTER', 'LEGAL'] as const;

function shapeFor(currency: string) {
  const amount = positiveMoney(currency, NewPromise.amount);
  return z
    .object({
      channel: z.enum(CHANNELS),
      result: z.enum(RESULTS),
      person: optionalText(NewContact.person),
      note: optionalText(NewContact.note),
      promise: z.object({ amount: z.string(), on: z.string() }),
      nextAction: z.object({ kind: z.enum(ACTIONS), on: z.string(), note: optionalText(NewNextAction.note) }),
    })
    .superRefine(({ result, promise, nextAction }, context) => {
      const demand = (path: string[], rule: z.ZodType, value: string) => {
        const message = rule.safeParse(value).error?.issues[0]?.message;
        if (message !== undefined) context.addIssue({ code: 'custom', path, message });
      };
      if (result === 'PROMISED') {
        demand(['promise', 'amount'], amount, promise.amount);
        demand(['promise', 'on'], isoDate(), promise.on);
      }
      if (nextAction.kind !== '') demand(['nextAction', 'on'], isoDate(), nextAction.on);
    });
}

type Shape = ReturnType<typeof shapeFor>;
type Values = z.input<Shape>;

type Props = {
  readonly loan: Pick<Schema<'OverdueLoan'>, 'loanId' | 'loanNumber' | 'currency' | 'amount'>;
  readonly onClose: () => void;
};

/** Keeps what was said, what was promised, and what is next. */
export function ContactDialog({ loan, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotice();
  const { organization } = useProfile();
  const shape = shapeFor(loan.currency);
  const send = useMutation({
    mutationFn: ({ promise, nextAction, ...said }: z.output<Shape>) =>
      read(
        api.POST('/api/loans/{id}/contacts', {
          params: { path: { id: loan.loanId } },
          body: {
            ...said,
            ...(said.result === 'PROMISED' && { promise }),
            ...(nextAction.kind !== '' && { nextAction: { ...nextAction, kind: nextAction.kind } }),
          },
        }),
      ),
  });
  const today = organization.businessDate;
  const form = useForm<Values, unknown, z.output<Shape>>({
    resolver: zodResolver(shape),
    defaultValues: {
      channel: 'CALL',
      result: 'REACHED',
      person: '',
      note: '',
      promise: { amount: loan.amount, on: today },
      nextAction: { kind: '', on: today, note: '' },
    },
  });
  const result = useWatch({ control: form.control, name: 'result' });
  const action = useWatch({ control: form.control, name: 'nextAction.kind' });
  const submission = useSubmit(form, async (values) => {
    await send.mutateAsync(values);
    notify(t('The contact is logged.'));
    onClose();
  });
  const optionsOf = (codes: readonly string[]) => codes.map((value) => ({ value, label: t(labelOf(value)) }));
  return (
    <FormDialog
      title={t('Contact about {{number}}', { number: loan.loanNumber })}
      form={form}
      submission={submission}
      submitLabel={t('Log the contact')}
      onClose={onClose}
    >
      <FormSelect<Values> name="channel" label={t('How')} options={optionsOf(CHANNELS)} required />
      <FormSelect<Values> name="result" label={t('What came of it')} options={optionsOf(RESULTS)} required />
      {result === 'PROMISED' && (
        <>
          <FormAmount<Values> name="promise.amount" label={t('Promised amount')} currency={loan.currency} required />
          <FormText<Values> name="promise.on" label={t('Promised by')} type="date" min={today} required />
        </>
      )}
      <FormText<Values> name="person" label={t('With whom')} help={t('Where it was not the borrower.')} />
      <FormText<Values> name="note" label={t('Note')} rows={3} />
      <FormSelect<Values>
        name="nextAction.kind"
        label={t('What is next')}
        options={[{ value: '', label: t('As planned') }, ...optionsOf(ACTIONS.slice(1))]}
      />
      {action !== '' && (
        <>
          <FormText<Values> name="nextAction.on" label={t('On')} type="date" min={today} required />
          <FormText<Values> name="nextAction.note" label={t('What to keep in mind')} />
        </>
      )}
    </FormDialog>
  );
}
