import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InfoButton } from '@/components/info-button';
import { TextLink } from '@/components/text-link';
import { SERIF } from '@/components/theme';

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
  const { t } = useTranslation();
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
        <InfoButton label={t('How {{figure}} is computed', { figure: label })} text={how} />
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
