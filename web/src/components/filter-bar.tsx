import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';

/** Filters in a row, exports at its end. */
export function FilterBar({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <Stack direction="row" className="no-print" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
      {children}
      {end && (
        <Stack direction="row" sx={{ gap: 0.5, ml: { md: 'auto' } }}>
          {end}
        </Stack>
      )}
    </Stack>
  );
}
