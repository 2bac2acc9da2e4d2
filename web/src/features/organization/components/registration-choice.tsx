import type { FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormSelect } from '@/components/form/form-select';

/** How borrowers come to an account. */
export const registrationChoice = z.enum(['OPEN', 'INVITE', 'OFF']);

/** Asks whether borrowers make accounts themselves, and says what that means. */
export function RegistrationChoice<Values extends FieldValues>({ name }: { readonly name: FieldPath<Values> }) {
  const { t } = useTranslation();
  return (
    <FormSelect<Values>
      name={name}
      label={t('Borrowers may register')}
      help={t(
        'By themselves: whoever reaches this address makes an account, becomes a borrower who is not verified yet, and may apply. When invited: the staff register borrowers, and invite whom they want on the borrower’s page. Not at all: borrowers have no accounts.',
      )}
      options={[
        { value: 'OPEN', label: t('By themselves') },
        { value: 'INVITE', label: t('When invited') },
        { value: 'OFF', label: t('Not at all') },
      ]}
    />
  );
}
