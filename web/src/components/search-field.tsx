import SearchIcon from '@mui/icons-material/Search';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useDebounced } from '@/lib/use-debounced';

type Props = { readonly label: string; readonly value: string; readonly onSearch: (text: string) => void };

/** Searches while somebody types, once the keys rest. */
export function SearchField({ label, value, onSearch }: Props) {
  const [typed, setTyped] = useState(value);
  const { key } = useLocation();
  const kind = useNavigationType();
  const [seen, setSeen] = useState(key);
  if (key !== seen) {
    setSeen(key);
    // Searches replace the address; whoever goes back, or elsewhere, sees what that address searches for.
    if (kind !== NavigationType.Replace) setTyped(value);
  }
  const settled = useDebounced(typed, 200);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    search.current(settled.trim());
  }, [settled]);

  return (
    <TextField
      type="search"
      size="small"
      label={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      sx={{ maxWidth: 380, flex: '1 1 220px' }}
      slotProps={{
        htmlInput: { 'data-search': true, maxLength: 100 },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
