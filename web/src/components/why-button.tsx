import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from '@/components/hidden-text';

const LOOK = {
  appearance: 'none',
  border: 0,
  background: 'none',
  p: 0,
  m: 0,
  font: 'inherit',
  color: 'inherit',
  cursor: 'pointer',
  textDecoration: 'underline dotted',
  textDecorationColor: 'text.disabled',
  textUnderlineOffset: '0.25em',
  '&:hover': { textDecorationStyle: 'solid' },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2, borderRadius: '2px' },
} as const;

/** A figure that can be asked why it is what it is. */
export function WhyButton({ children, onAsk }: { readonly children: ReactNode; readonly onAsk: () => void }) {
  const { t } = useTranslation();
  return (
    <Box component="button" type="button" aria-haspopup="dialog" onClick={onAsk} sx={LOOK}>
      {children}
      <HiddenText>{t(', why?')}</HiddenText>
    </Box>
  );
}
