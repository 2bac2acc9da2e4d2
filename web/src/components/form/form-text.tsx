import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '@/components/form/field-props';
import type { Option } from '@/components/form/form-select';

type Props<Values extends FieldValues> = FieldProps<Values> & {
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'number';
  readonly autoComplete?: string;
  readonly rows?: number;
  readonly max?: string;
  readonly min?: string;
  readonly suffix?: string;
  /** What may be meant, to choose from while typing; other texts are taken too. */
  readonly suggestions?: readonly Option[];
};

/** A line or some lines of text, a date, or a whole number. */
export function FormText<Values extends FieldValues>(props: Props<Values>) {
  const { name, label, help, required = false, autoFocus = false, disabled = false } = props;
  const { t } = useTranslation();
  const { field, fieldState } = useController<Values>({ name });
  const { type = 'text', autoComplete, rows, min, max, suffix, suggestions } = props;
  const list = useId();
  const text: unknown = field.value;

  return (
    <>
      <TextField
        name={field.name}
        value={typeof text === 'string' || typeof text === 'number' ? text : ''}
        onChange={field.onChange}
        onBlur={field.onBlur}
        inputRef={field.ref}
        label={label}
        type={type}
        required={required}
        autoFocus={autoFocus}
        disabled={disabled}
        error={fieldState.invalid}
        helperText={fieldState.error?.message === undefined ? help : t(fieldState.error.message)}
        {...(rows !== undefined && { multiline: true, rows })}
        slotProps={{
          htmlInput: { ...(autoComplete !== undefined && { autoComplete }), min, max, ...(suggestions && { list }) },
          ...(type === 'date' && { inputLabel: { shrink: true } }),
          ...(suffix !== undefined && { input: { endAdornment: suffix } }),
        }}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
