import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '@/components/form/field-props';

type Props<Values extends FieldValues> = Omit<FieldProps<Values>, 'required' | 'disabled'> & {
  /** A password that is chosen now, and not one that is known already. */
  readonly isNew?: boolean;
};

/** A password, hidden unless its owner wants to see it. */
export function FormPassword<Values extends FieldValues>(props: Props<Values>) {
  const { name, label, help, autoFocus = false, isNew = false } = props;
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const { field, fieldState } = useController<Values>({ name });
  const text: unknown = field.value;
  const usualHelp = isNew ? t('At least 8 characters.') : undefined;

  return (
    <TextField
      name={field.name}
      value={typeof text === 'string' ? text : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      label={label}
      type={isShown ? 'text' : 'password'}
      required
      autoFocus={autoFocus}
      error={fieldState.invalid}
      helperText={fieldState.error?.message === undefined ? (help ?? usualHelp) : t(fieldState.error.message)}
      slotProps={{
        htmlInput: { autoComplete: isNew ? 'new-password' : 'current-password', spellCheck: false },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                onClick={() => setShown(!isShown)}
                aria-label={isShown ? t('Hide what is typed') : t('Show what is typed')}
                edge="end"
              >
                {isShown ? <HideIcon /> : <ShowIcon />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
