import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useWatch, type FieldValues, type Path } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { strengthOf, type Strength } from '@/components/form/strength';

const SHOWN = {
  WEAK: { value: 25, color: 'error', words: 'Easy to guess. Take more words.' },
  FAIR: { value: 50, color: 'warning', words: 'Could be harder to guess. Make it longer.' },
  GOOD: { value: 75, color: 'success', words: 'Looks hard to guess.' },
  STRONG: { value: 100, color: 'success', words: 'Looks very hard to guess.' },
} as const satisfies Record<Strength, object>;

/** Tells while somebody types how hard the password is to guess. */
export function PasswordStrength<Values extends FieldValues>({ name }: { readonly name: Path<Values> }) {
  const { t } = useTranslation();
  const typed: unknown = useWatch<Values>({ name });
  if (typeof typed !== 'string' || typed === '') return null;
  const { value, color, words } = SHOWN[strengthOf(typed)];
  return (
    <Box sx={{ mt: -1 }}>
      <LinearProgress
        variant="determinate"
        value={value}
        color={color}
        aria-label={t('How hard the password is to guess')}
      />
      <Box role="status" sx={{ mt: 0.5, typography: 'caption', color: 'text.secondary' }}>
        {t(words)}
      </Box>
    </Box>
  );
}
