import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';

/** Room for those who sign, on paper only. */
export function Signatures() {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        display: 'none',
        '@media print': { display: 'grid' },
        gridTemplateColumns: 'repeat(3, 1fr)',
        gap: 4,
        px: 2.5,
        pt: 8,
        pb: 2,
      }}
    >
      {[t('Prepared by, date'), t('Checked by, date'), t('Approved by, date')].map((who) => (
        <Box key={who} sx={{ borderTop: 1, pt: 0.5, fontSize: '0.75rem' }}>
          {who}
        </Box>
      ))}
    </Box>
  );
}
