import type { FieldValues, Path } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormText } from '@/components/form/form-text';

type Props<Values extends FieldValues> = { readonly name: Path<Values>; readonly isPaperToo?: boolean };

/** A code of the app, or one from paper where that will do. */
export function CodeField<Values extends FieldValues>({ name, isPaperToo = true }: Props<Values>) {
  const { t } = useTranslation();
  return (
    <FormText<Values>
      name={name}
      label={t('Code')}
      autoComplete="one-time-code"
      help={isPaperToo ? t('Six digits of the app, or a recovery code from paper.') : t('Six digits of the app.')}
      autoFocus
      required
    />
  );
}
