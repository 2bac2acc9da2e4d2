import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Lets a wide table scroll by itself, also by the keyboard, instead of the whole page. */
export function ScrollTable({
  label,
  children,
  maxHeight,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly maxHeight?: number;
}) {
  return (
    <Box
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{
        overflow: 'auto',
        // Words that are only spoken stay inside, instead of making the page as wide as the table.
        position: 'relative',
        ...(maxHeight !== undefined && { maxHeight }),
        fontVariantNumeric: 'tabular-nums lining-nums',
        '@media print': { maxHeight: 'none', overflow: 'visible' },
      }}
    >
      {children}
    </Box>
  );
}
