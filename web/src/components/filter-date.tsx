import TextField from '@mui/material/TextField';

type Props = { readonly label: string; readonly value: string; readonly onChoose: (date: string) => void };

/** Narrows a list by a date. */
export function FilterDate({ label, value, onChoose }: Props) {
  return (
    <TextField
      type="date"
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      sx={{ width: { xs: '100%', sm: 160 } }}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
}
