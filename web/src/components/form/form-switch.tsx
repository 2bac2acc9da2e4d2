import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import Switch from '@mui/material/Switch';
import { useId } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import type { FieldProps } from '@/components/form/field-props';

type Props<Values extends FieldValues> = Pick<FieldProps<Values>, 'name' | 'label' | 'help'>;

/** Yes or no. */
export function FormSwitch<Values extends FieldValues>({ name, label, help }: Props<Values>) {
  const { field } = useController<Values>({ name });
  const helpId = useId();
  return (
    <div>
      <FormControlLabel
        label={label}
        control={
          <Switch
            name={field.name}
            checked={field.value === true}
            onChange={(_, checked) => field.onChange(checked)}
            onBlur={field.onBlur}
            slotProps={{ input: { ref: field.ref, ...(help !== undefined && { 'aria-describedby': helpId }) } }}
          />
        }
      />
      {help !== undefined && <FormHelperText id={helpId}>{help}</FormHelperText>}
    </div>
  );
}
