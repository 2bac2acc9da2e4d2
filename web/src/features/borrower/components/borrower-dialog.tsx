import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormAmount } from '@/components/form/form-amount';
import { FormDialog } from '@/components/form/form-dialog';
import { FormText } from '@/components/form/form-text';
import { optionalAmount, optionalDate, optionalEmail, optionalText, requiredText } from '@/components/form/rules';
import { useSubmit } from '@/components/form/use-submit';
import type { Borrower } from '@/features/borrower/api/list-borrowers';
import { api, read } from '@/lib/api/client';
import { NewBorrower } from '@/lib/api/limits';
import { useProfile } from '@/lib/profile';

const shape = z.object({
  name: requiredText(NewBorrower.name),
  phone: optionalText(NewBorrower.phone, 'Digits, with a + before them and spaces between them if you like.'),
  email: optionalEmail(NewBorrower.email),
  dateOfBirth: optionalDate(),
  address: optionalText(NewBorrower.address),
  monthlyIncome: optionalAmount(NewBorrower.monthlyIncome),
});
type Values = z.input<typeof shape>;

/** In a change, what is left out stays: an emptied field is sent as an empty text. */
const EMPTY = { phone: '', email: '', address: '', monthlyIncome: '' };

function defined<Body extends object>(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Body;
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
    mutationFn: (body: z.output<typeof shape>) =>
      borrower === undefined
        ? read(api.POST('/api/borrowers', { body }))
        : read(
            api.PATCH('/api/borrowers/{id}', {
              params: { path: { id: borrower.id }, header: { 'If-Match': `"${String(borrower.version ?? 0)}"` } },
              body: { ...EMPTY, ...defined(body) },
            }),
          ),
  });
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: {
      name: borrower?.name ?? '',
      phone: borrower?.phone ?? '',
      email: borrower?.email ?? '',
      dateOfBirth: borrower?.dateOfBirth ?? '',
      address: borrower?.address ?? '',
      monthlyIncome: borrower?.monthlyIncome ?? '',
    },
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
    </FormDialog>
  );
}
