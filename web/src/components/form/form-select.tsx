import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '@/components/form/field-props';

/** What can be chosen, and how it is called. */
export type Option = { readonly value: string; readonly label: string };

/** One of a few choices. */
export function FormSelect<Values extends FieldValues>(
  props: FieldProps<Values> & { readonly options: readonly Option[] },
) {
  const { name, label, help, required = false, disabled = false, options } = props;
  const { t } = useTranslation();
  const { field, fieldState } = useController<Values>({ name });
  const value: unknown = field.value;
  const hasEmpty = options.some((option) => option.value === '');

  return (
    <TextField
      select
      name={field.name}
      value={typeof value === 'string' && options.some((option) => option.value === value) ? value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      label={label}
      required={required}
      disabled={disabled}
      error={fieldState.invalid}
      helperText={fieldState.error?.message === undefined ? help : t(fieldState.error.message)}
      {...(hasEmpty && { slotProps: { inputLabel: { shrink: true }, select: { displayEmpty: true } } })}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
