import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PublicFrame } from '@/components/public-frame';
import { Passkeys } from '@/features/identity/components/passkeys';
import { SecondFactor } from '@/features/identity/components/second-factor';
import { api } from '@/lib/api/client';
import { signedOut } from '@/lib/session';

/** What somebody sees whose role needs a second factor that is not set up. */
export function FactorNeededPage({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const leave = async () => {
    await api.POST('/api/auth/logout', { body: {} }).catch(() => undefined);
    signedOut();
    queries.clear();
  };
  return (
    <PublicFrame title={t('One more thing')} subtitle={t('Your role needs a second factor. Set it up to go on.')}>
      <Stack sx={{ gap: 2 }}>
        <SecondFactor onKept={onDone} />
        <Passkeys onKept={onDone} />
      </Stack>
      <p>
        <Button color="inherit" onClick={() => void leave()}>
          {t('Sign out')}
        </Button>
      </p>
    </PublicFrame>
  );
}
