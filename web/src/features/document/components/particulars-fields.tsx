import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormSelect } from '@/components/form/form-select';
import { FormText } from '@/components/form/form-text';
import { optionalDate, optionalText } from '@/components/form/rules';
import { KIND_LABELS, KINDS } from '@/features/document/kinds';
import { DocumentParticulars } from '@/lib/api/limits';

/** What is said of a paper. */
export const particulars = {
  kind: z.enum(KINDS, 'Choose what it is.'),
  number: optionalText(DocumentParticulars.number),
  expiresOn: optionalDate(),
};

type Values = { readonly kind: string; readonly number: string; readonly expiresOn: string };

/** Asks what a paper is, its number, and until when it holds. */
export function ParticularsFields() {
  const { t } = useTranslation();
  return (
    <>
      <FormSelect<Values>
        name="kind"
        label={t('What it is')}
        options={KINDS.map((value) => ({ value, label: t(KIND_LABELS[value]) }))}
        required
      />
      <FormText<Values> name="number" label={t('Number of the paper')} autoComplete="off" />
      <FormText<Values>
        name="expiresOn"
        type="date"
        label={t('Holds until')}
        help={t('Leave it empty if it holds for good.')}
      />
    </>
  );
}
