import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { useProfile } from '@/lib/profile';

const LATER = 'factor-advice-later-';

/** Asks somebody who can give himself every right to have more than a password; each person once in a browser's tab. */
export function FactorAdvice() {
  const { t } = useTranslation();
  const later = LATER + useProfile().id;
  const [isLater, setLater] = useState(() => sessionStorage.getItem(later) !== null);
  const { data } = useQuery({ ...$api.queryOptions('get', '/api/profile/second-factor'), enabled: !isLater });
  if (isLater || data === undefined || data.on || data.passkeys > 0) return null;
  return (
    <Alert
      severity="info"
      sx={{
        maxWidth: 1256,
        mx: { xs: 2, md: 4, xl: 'auto' },
        mt: 2,
        mb: -1,
        flexWrap: { xs: 'wrap', sm: 'nowrap' },
        '& .MuiAlert-message': { flex: '1 1 220px' },
      }}
      action={
        <>
          <Button component={Link} to={paths.profile} color="inherit" size="small">
            {t('Set it up')}
          </Button>
          <Button
            color="inherit"
            size="small"
            onClick={() => {
              sessionStorage.setItem(later, 'yes');
              setLater(true);
            }}
          >
            {t('Later')}
          </Button>
        </>
      }
    >
      {t('Your role can do everything here, and a password is all that it takes. Add a second factor.')}
    </Alert>
  );
}
