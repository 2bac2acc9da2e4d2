import InputAdornment from '@mui/material/InputAdornment';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useState } from 'react';
import { moneyText } from '@/components/money-text';
import { isAmount, parseAmount, typeableAmount } from '@/lib/amount';
import { useRegion } from '@/lib/profile';

type Props = Omit<TextFieldProps, 'value' | 'onChange' | 'type'> & {
  /** A plain decimal string, or what was typed where that is no amount. */
  readonly value: string;
  readonly currency?: string | undefined;
  readonly onAmount: (value: string) => void;
};

/** Takes an amount as people type it (`5k`, `1,250.50`) and hands on a plain decimal string. */
export function AmountField({ value, currency, onAmount, onBlur, ...rest }: Props) {
  const { locale } = useRegion();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (isAmount(value) && currency !== undefined ? moneyText(value, currency, locale, true) : value);

  return (
    <TextField
      {...rest}
      value={shown}
      onFocus={(event) => {
        setTyped(typeableAmount(value, locale));
        const field = event.target;
        setTimeout(() => field.select());
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        onAmount(parseAmount(event.target.value, locale) ?? event.target.value);
      }}
      onBlur={(event) => {
        setTyped(undefined);
        onBlur?.(event);
      }}
      slotProps={{
        htmlInput: {
          inputMode: 'decimal',
          autoComplete: 'off',
          style: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
        },
        ...(currency !== undefined && {
          input: { startAdornment: <InputAdornment position="start">{currency}</InputAdornment> },
        }),
      }}
    />
  );
}
