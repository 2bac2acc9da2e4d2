import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { optionalAmount, optionalDate, optionalEmail, optionalText, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import { labelOf } from '@/components/labels';
import { BORROWER_STATUSES, type Borrower } from '@/features/borrower/api/list-borrowers';
import { StandingFields } from '@/features/borrower/components/standing-fields';
import { api, read } from '@/lib/api/client';
import { NewBorrower } from '@/lib/api/limits';
import { useProfile } from '@/lib/profile';

const KINDS = ['PERSON', 'ORGANIZATION'] as const;

const choice = () => z.string().transform((id) => (id === '' ? undefined : id));

const shape = z.object({
  kind: z.enum(KINDS),
  name: requiredText(NewBorrower.name),
  phone: optionalText(NewBorrower.phone, 'Digits, with a + before them and spaces between them if you like.'),
  email: optionalEmail(NewBorrower.email),
  dateOfBirth: optionalDate(),
  address: optionalText(NewBorrower.address),
  monthlyIncome: optionalAmount(NewBorrower.monthlyIncome),
  status: z.enum(BORROWER_STATUSES),
  branchId: choice(),
  officerId: choice(),
});
type Values = z.input<typeof shape>;

/** In a change, what is left out stays: an emptied text is sent as such, and null is no date of birth and nobody. */
const EMPTY = { phone: '', email: '', address: '', monthlyIncome: '', dateOfBirth: null, officerId: null };

function defined<Body extends object>(body: Body): Partial<Body> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<Body>;
}

type Props = {
  readonly borrower?: Borrower;
  readonly onClose: () => void;
  readonly onSaved: (borrower: Borrower) => void;
};

/** Adds a borrower, or changes what is known of one. */
export function BorrowerDialog({ borrower, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const { organization } = useProfile();
  const save = useMutation({
    mutationFn: ({ status, ...body }: z.output<typeof shape>) =>
      borrower === undefined
        ? read(api.POST('/api/borrowers', { body }))
        : read(
            api.PATCH('/api/borrowers/{id}', {
              params: { path: { id: borrower.id }, header: { 'If-Match': `"${String(borrower.version ?? 0)}"` } },
              body: { ...EMPTY, ...defined(body), status },
            }),
          ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      kind: borrower?.kind ?? 'PERSON',
      status: borrower?.status ?? 'ACTIVE',
      branchId: borrower?.branchId ?? '',
      officerId: borrower?.officerId ?? '',
      name: borrower?.name ?? '',
      phone: borrower?.phone ?? '',
      email: borrower?.email ?? '',
      dateOfBirth: borrower?.dateOfBirth ?? '',
      address: borrower?.address ?? '',
      monthlyIncome: borrower?.monthlyIncome ?? '',
    } satisfies Values,
  });
  const submission = useSubmit(form, async (values) => onSaved(await save.mutateAsync(values)));

  return (
    <FormDialog
      title={borrower === undefined ? t('Add a borrower') : t('Change {{name}}', { name: borrower.name })}
      form={form}
      submission={submission}
      submitLabel={t('Save')}
      onClose={onClose}
    >
      <FormText<Values> name="name" label={t('Name')} required autoFocus />
      <FormSelect<Values>
        name="kind"
        label={t('Kind')}
        options={KINDS.map((value) => ({ value, label: t(labelOf(value)) }))}
      />
      <FormText<Values> name="phone" label={t('Phone')} type="tel" />
      <FormText<Values> name="email" label={t('E-mail')} type="email" />
      <FormText<Values> name="dateOfBirth" label={t('Date of birth')} type="date" max={organization.businessDate} />
      <FormText<Values> name="address" label={t('Address')} rows={2} />
      <FormAmount<Values>
        name="monthlyIncome"
        label={t('Monthly income')}
        currency={organization.currency}
        help={t('You may type 5k for 5,000.')}
      />
      <StandingFields borrower={borrower} />
    </FormDialog>
  );
}
