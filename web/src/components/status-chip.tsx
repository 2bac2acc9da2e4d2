import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { toneOf, type Tone } from '@/components/tones';
import { labelOf } from '@/components/labels';

/** A state as a word on a tint; the word carries the meaning, the color only helps. */
export function StatusChip({ status, tone }: { readonly status: string | null | undefined; readonly tone?: Tone }) {
  const { t } = useTranslation();
  if (status === null || status === undefined || status === '') return null;
  const color = tone ?? toneOf(status);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        px: 1,
        py: '2px',
        borderRadius: 1,
        fontSize: '0.8125rem',
        fontWeight: 600,
        lineHeight: 1.5,
        whiteSpace: 'nowrap',
        color: color === 'neutral' ? 'text.secondary' : `${color}.main`,
        backgroundColor:
          color === 'neutral'
            ? 'action.hover'
            : `color-mix(in srgb, var(--mui-palette-${color}-main) 9%, var(--mui-palette-background-paper))`,
      }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{ width: 7, height: 7, borderRadius: '50%', backgroundColor: 'currentColor' }}
      />
      {t(labelOf(status))}
    </Box>
  );
}
