import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/lib/api/client';

/** What the camera of the app reads, and the same to type. */
export function EnrolmentPicture({ enrolment }: { readonly enrolment: Schema<'SecondFactorEnrolment'> }) {
  const { t } = useTranslation();
  const { qrSize, qrPath, secret } = enrolment;
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'center' }}>
      <span>{t('Read this with an authenticator app, then type the code that it shows.')}</span>
      <svg
        viewBox={`0 0 ${String(qrSize)} ${String(qrSize)}`}
        width={220}
        height={220}
        role="img"
        aria-label={t('Picture for the app')}
        shapeRendering="crispEdges"
      >
        <path fill="#fff" d={`M0 0h${String(qrSize)}v${String(qrSize)}H0z`} />
        <path fill="#000" d={qrPath} />
      </svg>
      <Box sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
        {t('Without a camera, type this key:')} <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </Box>
    </Box>
  );
}
