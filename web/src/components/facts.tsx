import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A term and what it is for this thing; entries without a value are left out. */
export type Fact = readonly [term: string, value: ReactNode];

/** Facts as a list of terms and values, in as many columns as fit. */
export function Facts({ facts, width = 180 }: { readonly facts: readonly Fact[]; readonly width?: number }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: `repeat(auto-fill, minmax(min(${width}px, 100%), 1fr))`,
      }}
    >
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
        .map(([term, value]) => (
          <div key={term}>
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {term}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 500, overflowWrap: 'anywhere' }}>
              {value}
            </Box>
          </div>
        ))}
    </Box>
  );
}
