import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AmountField } from '@/components/amount-field';
import type { FieldProps } from '@/components/form/field-props';

/** An amount of a form, kept as a decimal string. */
export function FormAmount<Values extends FieldValues>(
  props: FieldProps<Values> & { readonly currency?: string | undefined },
) {
  const { name, label, help, required = false, autoFocus = false, disabled = false, currency } = props;
  const { t } = useTranslation();
  const { field, fieldState } = useController<Values>({ name });
  const value: unknown = field.value;

  return (
    <AmountField
      name={field.name}
      value={typeof value === 'string' ? value : ''}
      onAmount={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      currency={currency}
      label={label}
      required={required}
      autoFocus={autoFocus}
      disabled={disabled}
      error={fieldState.invalid}
      helperText={fieldState.error?.message === undefined ? help : t(fieldState.error.message)}
    />
  );
}
