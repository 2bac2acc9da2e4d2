import MuiLink from '@mui/material/Link';
import type { SxProps, Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link to another screen. */
export function TextLink({
  to,
  children,
  sx,
}: {
  readonly to: string;
  readonly children: ReactNode;
  readonly sx?: SxProps<Theme>;
}) {
  return (
    <MuiLink component={Link} to={to} {...(sx !== undefined && { sx })}>
      {children}
    </MuiLink>
  );
}
