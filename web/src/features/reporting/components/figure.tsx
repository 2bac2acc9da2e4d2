import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/text-link';
import { SERIF } from '@/components/theme';
import { How } from '@/features/reporting/components/how';

type Props = {
  readonly label: string;
  readonly value: ReactNode;
  readonly note?: ReactNode;
  readonly to?: string;
  readonly how: string;
};

const VALUE = { fontFamily: SERIF, fontSize: '1.75rem', fontWeight: 600, color: 'text.primary', lineHeight: 1.3 };

/** One figure: what it is, how it is computed, and what is behind it. */
export function Figure({ label, value, note, to, how }: Props) {
  return (
    <Card sx={{ p: 2.25, position: 'relative', borderTop: 3, borderTopColor: 'primary.main' }}>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          color: 'text.secondary',
          fontWeight: 600,
          fontSize: '0.875rem',
        }}
      >
        <span>{label}</span>
        <How of={label} text={how} />
      </Box>
      {to === undefined ? (
        <Box sx={VALUE}>{value}</Box>
      ) : (
        <TextLink to={to} sx={{ ...VALUE, '&::after': { content: '""', position: 'absolute', inset: 0 } }}>
          {value}
        </TextLink>
      )}
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', minHeight: '1.25em' }}>{note}</Box>
    </Card>
  );
}
