import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { AppShell } from '@/app/layout/app-shell';
import { FirstLoad } from '@/app/layout/first-load';
import { Logo } from '@/components/logo';
import { TextLink } from '@/components/text-link';
import { CalculatorPage } from '@/features/product/routes/calculator-page';
import { renewSession } from '@/lib/api/auth-fetch';
import { $api } from '@/lib/api/client';
import { paths } from '@/lib/paths';
import { ProfileContext } from '@/lib/profile';
import { useSessionState } from '@/lib/session';

/** The calculator: inside the frame for who is signed in, on a page of its own for everybody else. */
export function CalculatorRoute() {
  const { t } = useTranslation();
  const state = useSessionState();
  const start = useQuery({
    queryKey: ['session'],
    queryFn: renewSession,
    enabled: state === 'unknown',
    staleTime: Infinity,
  });
  const profile = useQuery({ ...$api.queryOptions('get', '/api/profile'), enabled: state === 'in', staleTime: 60_000 });

  if (state === 'in' && profile.data !== undefined) {
    return (
      <ProfileContext value={profile.data}>
        <AppShell>
          <CalculatorPage />
        </AppShell>
      </ProfileContext>
    );
  }
  if ((state === 'unknown' && !start.isError) || (state === 'in' && profile.isPending)) return <FirstLoad />;
  return (
    <>
      <Box
        component="header"
        className="no-print"
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          px: { xs: 2, md: 4 },
          py: 1.5,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Logo />
        <TextLink to={paths.login}>{t('Sign in')}</TextLink>
      </Box>
      <main>
        <CalculatorPage />
      </main>
    </>
  );
}
