import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Words only, for a small part of a screen. */
  readonly slim?: boolean;
};

/** Says why there is nothing here, and what to do first. */
export function EmptyState({ title, children, action, slim = false }: Props) {
  if (slim)
    return (
      <>
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        <Typography sx={{ color: 'text.secondary' }}>{children}</Typography>
        {action}
      </>
    );
  return (
    <Box sx={{ textAlign: 'center', px: 3, py: 6, maxWidth: 520, mx: 'auto' }}>
      <svg width="72" height="48" viewBox="0 0 72 48" aria-hidden="true" focusable="false">
        <path d="M2 46h68" stroke="var(--mui-palette-divider)" strokeWidth="2" />
        <path d="M12 14h10v32H12zM30 24h10v22H30zM48 34h10v12H48z" fill="var(--mui-palette-divider)" />
        <circle
          cx="53"
          cy="12"
          r="7"
          fill="none"
          stroke="var(--mui-palette-secondary-main)"
          strokeWidth="2"
          strokeDasharray="3 3"
        />
      </svg>
      <Typography variant="h2" component="p" sx={{ mt: 2 }}>
        {title}
      </Typography>
      {children && <Typography sx={{ mt: 0.5, color: 'text.secondary' }}>{children}</Typography>}
      {action && <Box sx={{ mt: 2.5 }}>{action}</Box>}
    </Box>
  );
}
