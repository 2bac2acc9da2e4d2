import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

type Props = {
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
  readonly flush?: boolean;
};

/** One group of facts on a sheet of its own; `flush` for tables that bring their own margins. */
export function Section({ title, action, children, flush = false }: Props) {
  return (
    <Card component="section" sx={{ overflow: 'hidden' }}>
      {(title !== undefined || action !== undefined) && (
        <Stack
          direction="row"
          sx={{
            alignItems: 'center',
            justifyContent: 'space-between',
            gap: 2,
            px: 2.5,
            pt: 2,
            pb: flush ? 1.5 : 0.5,
            flexWrap: 'wrap',
          }}
        >
          <Typography variant="h2">{title}</Typography>
          {action}
        </Stack>
      )}
      <Box sx={flush ? {} : { px: 2.5, pt: 1.25, pb: 2.5 }}>{children}</Box>
    </Card>
  );
}
