import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { inputName, type Field, type MappingValues, type Preview } from '@/features/integration/mapping';

type Props = { readonly part: 'loans' | 'payments'; readonly field: Field; readonly preview: Preview };

/** Where a value comes from: a column that is chosen, or a text that is typed, with columns in braces. */
export function ColumnField({ part, field: { path, label, isNeeded = false }, preview }: Props) {
  const { t } = useTranslation();
  const { field, fieldState } = useController<MappingValues>({ name: `${part}.fields.${inputName(path)}` });
  const typed = typeof field.value === 'string' ? field.value : '';
  const column = preview.columns.find((each) => each.name === typed);
  return (
    <Autocomplete
      freeSolo
      options={preview.columns.map((each) => each.name)}
      inputValue={typed}
      value={typed}
      onInputChange={(_, text) => field.onChange(text)}
      filterOptions={(options) => options}
      renderInput={(input) => (
        <TextField
          {...input}
          label={t(label)}
          required={isNeeded}
          onBlur={field.onBlur}
          inputRef={field.ref}
          error={fieldState.invalid}
          helperText={fieldState.error?.message ?? column?.samples.slice(0, 3).join(' · ')}
        />
      )}
    />
  );
}
