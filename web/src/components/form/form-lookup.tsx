import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '@/components/form/field-props';
import type { Option } from '@/components/form/form-select';

type Props<Values extends FieldValues> = FieldProps<Values> & {
  readonly options: readonly Option[];
  readonly loading: boolean;
  readonly onSearch: (text: string) => void;
};

/** One of many, found by typing a few letters; the server does the search. */
export function FormLookup<Values extends FieldValues>(props: Props<Values>) {
  const { name, label, help, required = false, autoFocus = false, options, loading, onSearch } = props;
  const { t } = useTranslation();
  const { field, fieldState } = useController<Values>({ name });
  const [chosen, setChosen] = useState<Option | null>(null);
  const id: unknown = field.value;
  const shown = options.find((option) => option.value === id) ?? (chosen?.value === id ? chosen : null);

  return (
    <Autocomplete
      options={[...options]}
      loading={loading}
      value={shown}
      filterOptions={(found) => found}
      isOptionEqualToValue={(option, value) => option.value === value.value}
      getOptionKey={(option) => option.value}
      onInputChange={(_, text, reason) => reason === 'input' && onSearch(text)}
      onChange={(_, option) => {
        setChosen(option);
        field.onChange(option?.value ?? '');
      }}
      onBlur={field.onBlur}
      noOptionsText={t('Nothing found')}
      renderInput={(input) => (
        <TextField
          {...input}
          label={label}
          required={required}
          autoFocus={autoFocus}
          inputRef={field.ref}
          error={fieldState.invalid}
          helperText={fieldState.error?.message === undefined ? help : t(fieldState.error.message)}
        />
      )}
    />
  );
}
