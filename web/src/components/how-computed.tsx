import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How the figures of a report come about, below them, on paper too. */
export function HowComputed({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Box component="p" sx={{ m: 0, px: 2.5, py: 2, color: 'text.secondary', fontSize: '0.8125rem' }}>
      <b>{t('How this is computed')}:</b> {children}
    </Box>
  );
}
