import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { LogoMark } from '@/components/logo';

/** What stands on the page until the first screen is there. */
export function FirstLoad() {
  const { t } = useTranslation();
  return (
    <Box
      role="status"
      aria-label={t('Loading')}
      sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', opacity: 0.7 }}
    >
      <LogoMark size={56} />
    </Box>
  );
}
